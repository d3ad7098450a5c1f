<?php
// The functions of Drupal 7 that the modules call. They do as Drupal 7.101's do, in as far as it matters here: what is
// escaped, how a tag is written, and what becomes of headers. $given is the input of the script.

const DRUPAL_CACHE_PER_PAGE = 0x0004;
const JS_LIBRARY = -100;
const MENU_CALLBACK = 0;
const MENU_DEFAULT_LOCAL_TASK = 1;
const MENU_LOCAL_TASK = 2;
const MENU_SUGGESTED_ITEM = 3;
const REQUIREMENT_OK = 0;
const REQUIREMENT_WARNING = 1;
const REQUIREMENT_ERROR = 2;
const WATCHDOG_ERROR = 3;

define( 'REQUEST_TIME', $given['now'] ?? time() );

$conf     = $given['conf'] ?? array();
$path     = $given['path'] ?? 'user/12/status-debts';
$language = (object) array( 'language' => $given['language'] ?? 'da' );
$modules  = array( 'ddb_debt_overview' );
$head     = $styles = $scripts = $headers = $log = $messages = $errors = $cache = $static = array();

function variable_get( $name, $default = null ) {
	return $GLOBALS['conf'][ $name ] ?? $default;
}

function variable_set( $name, $value ) {
	$GLOBALS['conf'][ $name ] = $value;
}

function variable_del( $name ) {
	unset( $GLOBALS['conf'][ $name ] );
}

function drupal_get_path( $type, $name ) {
	return "sites/all/{$type}s/ddb_debt_overview" . ( 'ddb_debt_overview' === $name ? '' : "/modules/$name" );
}

function module_exists( $name ) {
	return in_array( $name, $GLOBALS['modules'], true );
}

function module_load_include( $type, $module, $name ) {
	$file = DRUPAL_ROOT . '/' . drupal_get_path( 'module', $module ) . "/$name.$type";
	if ( 0 === strpos( $module, 'ddb_debt_overview' ) ) {
		require_once $file;
	}
}

function drupal_load( $type, $name ) {
	require_once DRUPAL_ROOT . '/' . drupal_get_path( $type, $name ) . "/$name.module";
}

function drupal_alter( $type, &$data ) {
	foreach ( $GLOBALS['modules'] as $module ) {
		if ( function_exists( "{$module}_{$type}_alter" ) ) {
			call_user_func_array( "{$module}_{$type}_alter", array( &$data ) );
		}
	}
}

function &drupal_static( $name ) {
	$GLOBALS['static'] += array( $name => null );
	return $GLOBALS['static'][ $name ];
}

function drupal_static_reset( $name ) {
	unset( $GLOBALS['static'][ $name ] );
}

function cache_get( $id ) {
	return $GLOBALS['cache'][ $id ] ?? false;
}

function cache_set( $id, $data ) {
	$GLOBALS['cache'][ $id ] = $data;
}

function cache_clear_all() {
	$GLOBALS['cache'] = array();
}

function menu_rebuild() {
	drupal_set_message( 'menu rebuilt' );
}

function watchdog( $type, $message, $variables ) {
	$GLOBALS['log'][] = strtr( $message, $variables );
}

function drupal_set_message( $message, $type = 'status' ) {
	$GLOBALS['messages'][ $type ][] = $message;
}

function drupal_get_messages( $type = null, $clear = true ) {
	$messages = $GLOBALS['messages'];
	if ( $clear ) {
		$GLOBALS['messages'] = array();
	}
	return $messages;
}

function form_set_error( $name, $message ) {
	$GLOBALS['errors'][ $name ] = $message;
}

function element_children( $form ) {
	return preg_grep( '/^#/', array_keys( $form ), PREG_GREP_INVERT );
}

function file_create_url( $path ) {
	return "/$path";
}

function arg( $index ) {
	return explode( '/', $GLOBALS['path'] )[ $index ] ?? null;
}

function current_path() {
	return $GLOBALS['path'];
}

function get_t() {
	return 't';
}

function t( $text, $arguments = array() ) {
	foreach ( $arguments as $name => $value ) {
		$arguments[ $name ] = '!' === $name[0] ? $value : check_plain( $value );
	}
	return 'Log in' === $text ? 'Log ind' : strtr( $text, $arguments );
}

function check_plain( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8' );
}

function check_markup( $text, $format ) {
	return "<p class=\"$format\">" . strip_tags( $text, '<a><strong>' ) . '</p>';
}

function drupal_attributes( array $attributes ) {
	$html = '';
	foreach ( $attributes as $name => $value ) {
		$html .= " $name=\"" . check_plain( implode( ' ', (array) $value ) ) . '"';
	}
	return $html;
}

function drupal_json_encode( $value ) {
	return json_encode( $value, JSON_HEX_TAG | JSON_HEX_APOS | JSON_HEX_AMP | JSON_HEX_QUOT );
}

function drupal_get_destination() {
	return array( 'destination' => $GLOBALS['path'] );
}

function drupal_http_build_query( array $query ) {
	return http_build_query( $query );
}

function url_is_external( $path ) {
	return (bool) preg_match( '#^([a-z][a-z0-9+.-]*:|//|\\\\)#i', $path );
}

function drupal_lookup_path() {
	return false;
}

function url( $path, array $options = array() ) {
	$host = empty( $options['absolute'] ) ? '' : 'http://' . ( $_SERVER['HTTP_HOST'] ?? 'site' );
	return "$host/$path" . ( empty( $options['query'] ) ? '' : '?' . http_build_query( $options['query'] ) );
}

function l( $text, $path, array $options = array() ) {
	return '<a href="' . check_plain( url( $path, $options ) ) . '"' . drupal_attributes( $options['attributes'] ?? array() ) . '>' . check_plain( $text ) . '</a>';
}

function theme_html_tag( array $element ) {
	$open = '<' . $element['#tag'] . drupal_attributes( $element['#attributes'] );
	return isset( $element['#value'] ) ? "$open>{$element['#value']}</{$element['#tag']}>\n" : "$open />\n";
}

function drupal_add_html_head( $element, $key ) {
	$GLOBALS['head'][ $key ] = $element;
}

function drupal_add_http_header( $name, $value ) {
	$GLOBALS['headers'][ $name ] = $value;
	header( 'Status' === $name ? "HTTP/1.1 $value" : "$name: $value" );
}

function drupal_add_css( $file ) {
	$GLOBALS['styles'][] = $file;
}

function drupal_process_attached( array $attached ) {
	array_map( 'drupal_add_css', $attached['css'] );
	unset( $attached['css'] );
	foreach ( $attached as $function => $calls ) {
		foreach ( $calls as $arguments ) {
			call_user_func_array( $function, $arguments );
		}
	}
	usort( $GLOBALS['head'], function ( $one, $other ) {
		return ( $one['#weight'] ?? 0 ) <=> ( $other['#weight'] ?? 0 );
	} );
}
