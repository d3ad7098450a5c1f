<?php
// A site with DDB CMS, as far as ddb_debt_overview_ding calls it, for PHP's own server. state.json in the folder above the
// document root says who is logged in, what FBS and the payment provider answer, and the variables:
// {"user", "patron", "conf", "fbs": {"fees"} or {"error", "code"}, "provider", "url", "status"}.
$given = json_decode( file_get_contents( dirname( $_SERVER['DOCUMENT_ROOT'] ) . '/state.json' ), true );
define( 'DRUPAL_ROOT', $_SERVER['DOCUMENT_ROOT'] );
$given['path'] = ltrim( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ), '/' );
require __DIR__ . '/drupal.php';
$user    = (object) array( 'uid' => $given['user'] ?? 0 );
$modules = array( 'ddb_debt_overview', 'ddb_debt_overview_ding', 'ding_debt_easy' );

const DING_DEBT_EASY_STATUS_CREATED = 'created';
const DING_DEBT_EASY_STATUS_FAILED  = 'failed';

class DingProviderAuthException extends Exception {}

class DingProviderDebt {
	public $status;

	function __construct( $id, $data ) {
		$this->id = $id;
		foreach ( $data as $name => $value ) {
			$this->$name = $value;
		}
	}

	public $id, $date, $display_name, $amount, $amount_paid, $paid_date, $type, $payable;
}

class Fees {
	function getFees( $agency, $patron, $paid, $nonpayable ) {
		$fbs = $GLOBALS['given']['fbs'];
		file_put_contents( dirname( DRUPAL_ROOT ) . '/asked.json', json_encode( func_get_args() ) );
		if ( isset( $fbs['error'] ) ) {
			throw new RuntimeException( $fbs['error'], $fbs['code'] ?? 0 );
		}
		if ( ! is_array( $fbs['fees'] ) ) {
			return $fbs['fees'];
		}
		$fees = array_map( function ( $fee ) {
			return (object) ( $fee + array( 'paidDate' => null, 'type' => 'fee', 'creationDate' => '2021-11-01', 'reasonMessage' => 'Gebyr', 'materials' => array() ) );
		}, $fbs['fees'] );
		return new ArrayObject( array_values( array_filter( $fees, function ( $fee ) use ( $paid ) {
			return 'true' === $paid || ! $fee->paidDate;
		} ) ) );
	}
}

function fbs_service() {
	return (object) array( 'agencyId' => 'DK-710100', 'Payment' => new Fees() );
}

function fbs_patron_id( $account ) {
	if ( 'expired' === $GLOBALS['given']['patron'] ) {
		throw new DingProviderAuthException();
	}
	return $GLOBALS['given']['patron'];
}

function ding_user_provider_id() {
	return $GLOBALS['given']['patron'];
}

function ding_user_is_provider_user( $account ) {
	return ! empty( $GLOBALS['given']['patron'] );
}

function fbs_debt_translate_debt_type( $type ) {
	return $type;
}

function user_is_anonymous() {
	return ! $GLOBALS['user']->uid;
}

function ding_provider_implements( $type, $hook ) {
	return 'payment' === $type && ! empty( $GLOBALS['given']['provider'] ) && ( 'status' !== $hook || 'ding_debt_easy' === $GLOBALS['given']['provider'] );
}

function ding_provider_get_provider_module_name() {
	return $GLOBALS['given']['provider'];
}

function ding_provider_invoke( $type, $hook, ...$arguments ) {
	if ( 'status' === $hook ) {
		foreach ( $arguments[0] as $debt ) {
			$debt->status = $GLOBALS['given']['status'][ $debt->id ] ?? null;
		}
		return $arguments[0];
	}
	list( $amount, $params, $callback ) = $arguments;
	drupal_set_message( 'A message of the payment provider' );
	$url = $GLOBALS['given']['url'];
	if ( preg_match( '/^https/', $url ) ) {
		$items = array_map( function ( $debt ) {
			return $debt->amount * 100;
		}, array_values( $params['params']['debts'] ) );
		file_put_contents( dirname( DRUPAL_ROOT ) . '/nets.json', json_encode( compact( 'amount', 'items', 'callback' ) ) );
		$ids = implode( ';', $params['params']['debt_ids'] );
		db()->prepare( 'INSERT INTO ding_debt_easy (patron_id, provider_ids, status) VALUES (?, ?, ?)' )->execute( array( $GLOBALS['given']['patron'], $ids, 'created' ) );
		db()->exec( "UPDATE ding_debt_easy SET order_id = 'NE' || id WHERE order_id IS NULL" );
	}
	return $url;
}

function ding_debt_easy_get_return_url() {
	return 'payment/easy/callback';
}

function ding_debt_easy_get_cancel_url() {
	return 'payment/easy/cancel';
}

function _ding_debt_easy_get_payment_local( $id ) {
	$found = db()->prepare( 'SELECT * FROM ding_debt_easy WHERE order_id = ?' );
	$found->execute( array( $id ) );
	return $found->fetch( PDO::FETCH_ASSOC );
}

function dibs_transaction_load( $hash ) {
	return 'aa11' === $hash ? $GLOBALS['given']['dibs'] + array( 'payment_order_id' => '10001', 'payment_status' => 0, 'provider_payment_status' => 0 ) : false;
}

// The database: SQLite, with the builders that the module uses.

function db() {
	static $db;
	if ( ! $db ) {
		$db = new PDO( 'sqlite:' . dirname( DRUPAL_ROOT ) . '/site.sqlite', null, null, array( PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION, PDO::ATTR_TIMEOUT => 10 ) );
		$db->exec( 'CREATE TABLE IF NOT EXISTS ding_debt_easy (id INTEGER PRIMARY KEY, order_id, patron_id, provider_ids, status)' );
		$columns = '';
		foreach ( ddb_debt_overview_ding_schema()['ddb_debt_overview_ding_order']['fields'] as $name => $field ) {
			$columns .= $name . ( isset( $field['default'] ) ? " NOT NULL DEFAULT {$field['default']}, " : ' NOT NULL, ' );
		}
		$db->exec( "CREATE TABLE IF NOT EXISTS ddb_debt_overview_ding_order ($columns PRIMARY KEY (id))" );
	}
	return $db;
}

class Rows extends IteratorIterator {
	function fetchObject() {
		$this->rewind();
		return $this->valid() ? $this->current() : false;
	}
}

function db_query( $sql, $arguments = array() ) {
	$statement = db()->prepare( str_replace( array( '{', '}' ), '', $sql ) );
	$statement->execute( $arguments );
	return new Rows( new ArrayIterator( $statement->fetchAll( PDO::FETCH_OBJ ) ) );
}

function db_query_range( $sql, $from, $count, $arguments ) {
	return db_query( "$sql LIMIT $count OFFSET $from", $arguments );
}

class Builder {
	public $table, $verb, $fields = array(), $where = array(), $order = '';

	function __construct( $table, $verb ) {
		$this->table = $table;
		$this->verb  = $verb;
	}

	function fields( $first, $second = null ) {
		$this->fields = $second ?: $first;
		return $this;
	}

	function condition( $name, $value ) {
		$this->where[ $name ] = $value;
		return $this;
	}

	function orderBy( $name, $direction ) {
		$this->order = " ORDER BY $name $direction";
		return $this;
	}

	function range() {
		return $this;
	}

	function execute() {
		$names = function ( $fields ) {
			return array_map( function ( $name ) {
				return "$name = ?";
			}, array_keys( $fields ) );
		};
		$where = $this->where ? ' WHERE ' . implode( ' AND ', $names( $this->where ) ) : '';
		$values = array_values( $this->where );
		switch ( $this->verb ) {
			case 'insert':
				$sql    = "INSERT INTO $this->table (" . implode( ',', array_keys( $this->fields ) ) . ') VALUES (' . implode( ',', array_fill( 0, count( $this->fields ), '?' ) ) . ')';
				$values = array_values( $this->fields );
				break;
			case 'update':
				$sql    = "UPDATE $this->table SET " . implode( ',', $names( $this->fields ) ) . $where;
				$values = array_merge( array_values( $this->fields ), $values );
				break;
			default:
				$sql = 'SELECT ' . implode( ',', $this->fields ) . " FROM $this->table$where$this->order";
		}
		$statement = db()->prepare( $sql );
		$statement->execute( $values );
		return new class( $statement ) {
			public $statement;

			function __construct( $statement ) {
				$this->statement = $statement;
			}

			function fetchField() {
				return $this->statement->fetchColumn();
			}
		};
	}
}

function db_insert( $table ) {
	return new Builder( $table, 'insert' );
}

function db_update( $table ) {
	return new Builder( $table, 'update' );
}

function db_select( $table ) {
	return new Builder( $table, 'select' );
}

// Requests.

function drupal_page_is_cacheable( $is ) {}

function lock_acquire( $name ) {
	return flock( $GLOBALS['lock'] = fopen( dirname( DRUPAL_ROOT ) . '/lock', 'c' ), LOCK_EX );
}

function lock_release( $name ) {
	flock( $GLOBALS['lock'], LOCK_UN );
}

function drupal_goto( $path, $options = array(), $code = 302 ) {
	foreach ( $GLOBALS['modules'] as $module ) {
		if ( function_exists( "{$module}_drupal_goto_alter" ) ) {
			call_user_func_array( "{$module}_drupal_goto_alter", array( &$path, &$options, &$code ) );
		}
	}
	header( 'Location: ' . ( empty( $options['external'] ) ? "/$path" : $path ), true, $code );
	drupal_exit();
}

function drupal_exit() {
	header( 'X-Messages: ' . count( $GLOBALS['messages'] ) );
	exit;
}

foreach ( array( 'ddb_debt_overview', 'ddb_debt_overview_ding' ) as $module ) {
	drupal_load( 'module', $module );
}
require_once DRUPAL_ROOT . '/' . drupal_get_path( 'module', 'ddb_debt_overview_ding' ) . '/ddb_debt_overview_ding.install';

ddb_debt_overview_boot();
$pages = ddb_debt_overview_ding_menu();
if ( isset( $pages[ $path ] ) ) {
	require_once DRUPAL_ROOT . '/' . drupal_get_path( 'module', 'ddb_debt_overview_ding' ) . '/' . $pages[ $path ]['file'];
	$pages[ $path ]['page callback']();
} elseif ( preg_match( '#^payment/dibs/cancel/#', $path ) ) {
	ddb_debt_overview_ding_dibs_cancel_page( dibs_transaction_load( arg( 3 ) ) + array( 'api_delta' => 1 ) );
} elseif ( preg_match( '#^payment/#', $path ) ) {
	// As ding_dibs and ding_debt_easy do after a payment.
	drupal_goto( 'user/me/status-debts' );
} elseif ( 'logout' === $path ) {
	ddb_debt_overview_user_logout( $user );
	drupal_goto( '' );
} elseif ( 'install' === $path ) {
	ddb_debt_overview_ding_install();
	echo json_encode( compact( 'conf', 'messages' ) );
} elseif ( 'settings' === $path ) {
	echo json_encode( ddb_debt_overview_settings() );
}

function ding_dibs_dibsapi() {}

function dibs_frontend_cancel_page() {
	echo 'the page of dibs';
}

function &drupal_array_get_nested_value( array &$array, array $parents, &$exists = null ) {
	$at = &$array;
	foreach ( $parents as $parent ) {
		if ( ! is_array( $at ) || ! array_key_exists( $parent, $at ) ) {
			$exists = false;
			$none   = null;
			return $none;
		}
		$at = &$at[ $parent ];
	}
	$exists = true;
	return $at;
}
