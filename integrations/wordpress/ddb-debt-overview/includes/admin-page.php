<?php
/**
 * Settings → Debts. Handles what the form sends; admin-form.php writes the form.
 */

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/admin-form.php';

const DDB_DEBT_OVERVIEW_PAGE = 'ddb-debt-overview';

add_action( 'admin_menu', 'ddb_debt_overview_add_page' );
function ddb_debt_overview_add_page() {
	$title = __( 'Debts', 'ddb-debt-overview' );
	$hook  = add_options_page( $title, $title, 'manage_options', DDB_DEBT_OVERVIEW_PAGE, 'ddb_debt_overview_show_page' );
	add_action( "load-$hook", 'ddb_debt_overview_handle_form' );
}

add_filter( 'plugin_action_links_' . plugin_basename( DDB_DEBT_OVERVIEW_FILE ), 'ddb_debt_overview_add_link' );
function ddb_debt_overview_add_link( $links ) {
	$link = sprintf( '<a href="%s">%s</a>', esc_url( ddb_debt_overview_page_url() ), esc_html__( 'Settings', 'ddb-debt-overview' ) );
	return array_merge( array( 'settings' => $link ), $links );
}

function ddb_debt_overview_page_url( array $query = array() ) {
	return add_query_arg( array( 'page' => DDB_DEBT_OVERVIEW_PAGE ) + $query, admin_url( 'options-general.php' ) );
}

/** What the form shows: what is stored, or what was just typed or imported, with its problems. */
function ddb_debt_overview_form_state( $new_state = null ) {
	static $state = null;
	if ( $new_state ) {
		$state = $new_state;
	}
	return $state ? $state : ddb_debt_overview_option() + array(
		'problems' => ddb_debt_overview_current_problems(),
		'json'     => '',
		'imported' => false,
	);
}

function ddb_debt_overview_handle_form() {
	wp_enqueue_style( 'ddb-debt-overview-admin', plugins_url( 'admin/settings.css', DDB_DEBT_OVERVIEW_FILE ), array(), ddb_debt_overview()->version() );
	if ( ! isset( $_POST['ddb_action'] ) ) {
		return;
	}
	check_admin_referer( 'ddb_debt_overview' );
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html__( 'You may not change these settings.', 'ddb-debt-overview' ) );
	}
	$action = sanitize_key( $_POST['ddb_action'] );
	if ( 'page' === $action ) {
		ddb_debt_overview_create_page();
	}
	// Validated against the schema. WordPress's functions would remove parts of addresses, as %5B.
	// phpcs:ignore WordPress.Security.ValidatedSanitizedInput.InputNotSanitized
	$posted   = isset( $_POST['ddb'] ) ? (array) wp_unslash( $_POST['ddb'] ) : array();
	$language = DdbDebtOverview::language( get_user_locale() );
	$state    = array(
		'settings' => ddb_debt_overview_posted_settings( $posted, $language ),
		'theme'    => isset( $posted['theme'] ) && is_string( $posted['theme'] ) ? sanitize_key( $posted['theme'] ) : '',
		'json'     => '',
		'imported' => false,
	);
	$problems = array();
	if ( 'import' === $action ) {
		$state['json'] = isset( $posted['json'] ) && is_string( $posted['json'] ) ? $posted['json'] : '';
		$import        = ddb_debt_overview()->import( $state['json'], $language );
		$problems      = $import['problems'];
		if ( null !== $import['settings'] ) {
			$state['settings'] = $import['settings'];
			$state['imported'] = true;
			$state['json']     = '';
		}
	}
	$state['problems'] = array_merge(
		$problems,
		ddb_debt_overview()->problems( ddb_debt_overview_with_endpoint( $state['settings'] ), $language )
	);
	if ( 'save' === $action && ! ddb_debt_overview_blocking( $state['problems'] ) ) {
		update_option(
			'ddb_debt_overview',
			array(
				'settings' => ddb_debt_overview()->normalise( $state['settings'] ),
				'theme'    => $state['theme'],
			)
		);
		wp_safe_redirect( ddb_debt_overview_page_url( array( 'saved' => 1 ) ) );
		exit;
	}
	ddb_debt_overview_form_state( $state );
}

/** The problems with which nothing is saved. */
function ddb_debt_overview_blocking( array $problems ) {
	return array_filter( wp_list_pluck( $problems, 'blocks' ) );
}

/** The settings of the fields that are filled in. A choice or a number that is the default is not set. */
function ddb_debt_overview_posted_settings( array $posted, $language ) {
	$settings = array();
	$typed    = isset( $posted['settings'] ) ? (array) $posted['settings'] : array();
	foreach ( ddb_debt_overview()->groups( $language ) as $group ) {
		foreach ( $group['fields'] as $name => $field ) {
			$value = isset( $typed[ $name ] ) && is_string( $typed[ $name ] ) ? $typed[ $name ] : '';
			if ( ! isset( $field['default'] ) || $value !== $field['default'] ) {
				$settings[ $name ] = $value;
			}
		}
	}
	$texts  = isset( $posted['texts'] ) ? (array) $posted['texts'] : array();
	$hidden = isset( $posted['hidden'] ) ? (array) $posted['hidden'] : array();
	foreach ( ddb_debt_overview()->textLanguages() as $of ) {
		$own = isset( $texts[ $of ] ) ? array_filter( (array) $texts[ $of ], 'is_string' ) : array();
		// A field that is empty shows the default; for a text that is to be empty there is a box to tick.
		$own = array_filter( $own, 'trim' );
		foreach ( array_keys( isset( $hidden[ $of ] ) ? (array) $hidden[ $of ] : array() ) as $key ) {
			$own[ $key ] = '';
		}
		if ( $own ) {
			$settings['texts'][ $of ] = $own;
		}
	}
	return ddb_debt_overview()->normalise( $settings );
}

/** A draft with the block, so that nobody has to look for it. */
function ddb_debt_overview_create_page() {
	$page = wp_insert_post(
		array(
			'post_type'    => 'page',
			'post_status'  => 'draft',
			'post_title'   => __( 'What you owe', 'ddb-debt-overview' ),
			'post_content' => '<!-- wp:ddb-debt-overview/overview /-->',
		)
	);
	wp_safe_redirect( $page ? get_edit_post_link( $page, 'url' ) : ddb_debt_overview_page_url() );
	exit;
}
