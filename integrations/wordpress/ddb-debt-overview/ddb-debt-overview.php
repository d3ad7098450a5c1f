<?php
/**
 * Plugin Name: Mellemværender
 * Description: What a patron owes: the shortcode [ddb_debt_overview fees-url="/…"].
 * Requires at least: 5.7
 * Requires PHP: 7.0
 */

defined( 'ABSPATH' ) || exit;

/** Whoever may write a page may set these and no others: no event handlers, no styles, no ids. */
const DDB_DEBT_OVERVIEW_ATTRIBUTES = array(
	'fees-url', 'dibs-fees-url', 'oir-fees-url', 'credentials', 'systems', 'channel', 'switch-date', 'dibs-end-date',
	'dibs-payment-url', 'payment-origins', 'mobilepay', 'selection', 'oir-payment-url', 'oir-payment-name',
	'registration-hours', 'terms-url', 'rates-url', 'help-url', 'heading-level', 'view', 'overview-url', 'fbi-url',
	'preview-date', 'lang',
);

/** The page has the widget in its text. */
function ddb_debt_overview_is_here() {
	return is_singular() && has_shortcode( get_post()->post_content ?? '', 'ddb_debt_overview' );
}

/** The built file and its hash, as they were copied to cdn/. */
function ddb_debt_overview_built() {
	$built = json_decode( file_get_contents( __DIR__ . '/cdn/integrity.json' ), true );
	$file  = "ddb-debt-overview-{$built['version']}.js";
	return array( $file, $built['files'][ $file ], $built['version'] );
}

function ddb_debt_overview_enqueue() {
	list( $file, , $version ) = ddb_debt_overview_built();
	wp_enqueue_style( 'ddb-debt-overview', plugins_url( 'reserve.css', __FILE__ ), array(), $version );
	// The name has the version in it: a query would only spoil caches.
	wp_enqueue_script( 'ddb-debt-overview', plugins_url( "cdn/$file", __FILE__ ), array(), null, true );
}

/** In the head, where the style sheet is in time; a shortcode of a classic theme runs when the head has been sent. */
add_action( 'wp_enqueue_scripts', function () {
	if ( ddb_debt_overview_is_here() ) {
		ddb_debt_overview_enqueue();
	}
} );

add_filter( 'script_loader_tag', function ( $tag, $handle ) {
	if ( 'ddb-debt-overview' !== $handle ) {
		return $tag;
	}
	list( , $hash ) = ddb_debt_overview_built();
	return str_replace( ' src=', ' defer crossorigin="anonymous" integrity="' . esc_attr( $hash ) . '" src=', $tag );
}, 10, 2 );

/** The element, of what was written in the shortcode. */
function ddb_debt_overview_html( $written ) {
	ddb_debt_overview_enqueue();
	$attributes = '';
	foreach ( (array) $written as $name => $value ) {
		if ( is_int( $name ) ) {
			// Written without a value, as `mobilepay` may be.
			list( $name, $value ) = array( $value, '' );
		}
		if ( in_array( $name, DDB_DEBT_OVERVIEW_ATTRIBUTES, true ) ) {
			$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	// The library's own sentences: array( 'texts' => array( 'da' => array( 'oir.go' => 'Betal i {name}' ) ) ).
	$config = apply_filters( 'ddb_debt_overview_config', array() );
	$json   = $config ? wp_json_encode( $config, JSON_HEX_TAG ) : '';
	return "<ddb-debt-overview$attributes>"
		. ( $json ? "<script type=\"application/json\">$json</script>" : '' )
		. sprintf( '<a slot="login" href="%s">%s</a>', esc_url( wp_login_url( (string) get_permalink() ) ), esc_html__( 'Log in' ) )
		. '</ddb-debt-overview>';
}

add_shortcode( 'ddb_debt_overview', 'ddb_debt_overview_html' );

/** Written over several lines, which WordPress has made lines of the page; or in a text editor, with “its” quotes. */
add_filter( 'pre_do_shortcode_tag', function ( $html, $tag, $attributes, $match ) {
	if ( 'ddb_debt_overview' !== $tag ) {
		return $html;
	}
	$quote   = '[“”„″»«‘’‚′]';
	$written = preg_replace( '#</?(?:br|p)\s*/?>#', ' ', $match[3] );
	$written = preg_replace( "/=\\s*$quote([^“”„″»«‘’‚′\"]*)$quote/u", '="$1"', $written );
	return ddb_debt_overview_html( shortcode_parse_atts( $written ) );
}, 10, 4 );

/** A page on which one pays: in nobody's frame but the site's own, and not shown again to the next one at the computer. */
add_action( 'template_redirect', function () {
	if ( ddb_debt_overview_is_here() ) {
		header( "Content-Security-Policy: frame-ancestors 'self'", false );
		header( 'Cache-Control: no-store' );
	}
} );

/** The tab forgets who has logged out: with the page that the logout ends on, for WebKit overlooks it in a redirect. */
add_action( 'login_init', function () {
	// Only where somebody has gone to the page: not where another page has put it into itself, as a picture.
	if ( isset( $_GET['loggedout'] ) && 'document' === ( $_SERVER['HTTP_SEC_FETCH_DEST'] ?? 'document' ) ) {
		header( 'Clear-Site-Data: "storage"' );
	}
} );
