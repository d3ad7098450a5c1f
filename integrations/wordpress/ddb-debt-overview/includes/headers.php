<?php
/**
 * Response headers: of a page with the element, and of the page after a logout.
 */

defined( 'ABSPATH' ) || exit;

add_action( 'template_redirect', 'ddb_debt_overview_send_headers_early' );
function ddb_debt_overview_send_headers_early() {
	if ( ddb_debt_overview_is_here() ) {
		ddb_debt_overview_send_headers();
	}
}

/** A page on which one pays: in no frame of another site, and not shown again to the next patron at the computer. */
function ddb_debt_overview_send_headers() {
	static $sent = false;
	// A classic theme has sent the head before a widget is rendered.
	if ( $sent || headers_sent() || is_admin() || wp_is_json_request() ) {
		return;
	}
	$sent = true;
	header( "Content-Security-Policy: frame-ancestors 'self'", false );
	header( 'Cache-Control: no-store, private' );
	if ( ! defined( 'DONOTCACHEPAGE' ) ) {
		// What page caches agree on: from a cache the page would come without its headers.
		define( 'DONOTCACHEPAGE', true ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
	}
}

add_action( 'wp_logout', 'ddb_debt_overview_clear_storage' );
/** The tabs forget who has logged out. */
function ddb_debt_overview_clear_storage() {
	if ( ! headers_sent() ) {
		header( 'Clear-Site-Data: "storage"' );
	}
}

add_action( 'login_init', 'ddb_debt_overview_clear_storage_after_logout' );
/** Once more with the page that the logout ends on, because WebKit ignores the header of a redirect. */
function ddb_debt_overview_clear_storage_after_logout() {
	$destination = isset( $_SERVER['HTTP_SEC_FETCH_DEST'] ) ? sanitize_key( $_SERVER['HTTP_SEC_FETCH_DEST'] ) : 'document';
	// Only where somebody has gone to the page: not where another page has it as a picture. Nothing is changed on the server.
	if ( isset( $_GET['loggedout'] ) && 'document' === $destination ) { // phpcs:ignore WordPress.Security.NonceVerification
		ddb_debt_overview_clear_storage();
	}
}
