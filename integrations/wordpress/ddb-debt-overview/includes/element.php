<?php
/**
 * The element in a page: its files, the shortcode, and its HTML.
 */

defined( 'ABSPATH' ) || exit;

/** The page has the shortcode or the block in its content. */
function ddb_debt_overview_is_here() {
	$content = is_singular() ? (string) get_post()->post_content : '';
	return has_shortcode( $content, 'ddb_debt_overview' ) || has_block( 'ddb-debt-overview/overview', $content );
}

/** The scripts by the handle that WordPress has for them, the one that starts early first. */
function ddb_debt_overview_scripts() {
	static $scripts = null;
	if ( null === $scripts ) {
		$scripts = array_filter(
			array(
				'ddb-debt-overview-start' => ddb_debt_overview()->startScript(),
				'ddb-debt-overview'       => ddb_debt_overview()->script(),
			)
		);
	}
	return $scripts;
}

function ddb_debt_overview_enqueue() {
	$version = ddb_debt_overview()->version();
	wp_enqueue_style( 'ddb-debt-overview', plugins_url( 'reserve.css', DDB_DEBT_OVERVIEW_FILE ), array(), $version );
	$theme = ddb_debt_overview_option()['theme'];
	if ( in_array( $theme, ddb_debt_overview()->themes(), true ) ) {
		wp_enqueue_style( 'ddb-debt-overview-theme', plugins_url( "assets/themes/$theme.css", DDB_DEBT_OVERVIEW_FILE ), array(), $version );
	}
	foreach ( ddb_debt_overview_scripts() as $handle => $script ) {
		// In the head, so that debts are requested early; deferred, so that the page does not wait. The name has the version.
		// phpcs:ignore WordPress.WP.EnqueuedResourceParameters
		wp_enqueue_script( $handle, plugins_url( 'assets/' . $script['file'], DDB_DEBT_OVERVIEW_FILE ), array(), null, false );
	}
}

add_action( 'wp_enqueue_scripts', 'ddb_debt_overview_enqueue_in_head' );
function ddb_debt_overview_enqueue_in_head() {
	if ( ddb_debt_overview_is_here() ) {
		ddb_debt_overview_enqueue();
	}
}

add_filter( 'script_loader_tag', 'ddb_debt_overview_script_tag', 10, 2 );
function ddb_debt_overview_script_tag( $tag, $handle ) {
	$scripts = ddb_debt_overview_scripts();
	if ( ! isset( $scripts[ $handle ] ) ) {
		return $tag;
	}
	$attributes = sprintf( ' defer crossorigin="anonymous" integrity="%s" src=', esc_attr( $scripts[ $handle ]['integrity'] ) );
	return str_replace( ' src=', $attributes, $tag );
}

/**
 * The element as HTML.
 *
 * @param array $own settings of this element
 */
function ddb_debt_overview_html( array $own ) {
	if ( ! isset( ddb_debt_overview_scripts()['ddb-debt-overview'] ) ) {
		return ddb_debt_overview_without_files();
	}
	ddb_debt_overview_enqueue();
	ddb_debt_overview_send_headers();
	$login = sprintf(
		'<a slot="login" class="wp-element-button" href="%s">%s</a>',
		esc_url( wp_login_url( ddb_debt_overview_address() ) ),
		esc_html__( 'Log in', 'ddb-debt-overview' )
	);
	return ddb_debt_overview()->html( ddb_debt_overview_settings( $own ), $login );
}

/** Where the patron returns to after the login. */
function ddb_debt_overview_address() {
	return is_singular() ? (string) get_permalink() : home_url( $GLOBALS['wp']->request );
}

/** In place of an empty box, where the files of the element are missing. */
function ddb_debt_overview_without_files() {
	// In the log of a site that is in use, too.
	trigger_error( 'DDB Debt Overview: files of the plugin are missing. Upload its archive again.', E_USER_WARNING ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
	if ( current_user_can( 'manage_options' ) ) {
		return '<p>' . esc_html__( 'Files of the plugin “DDB Debt Overview” are missing. Upload its archive again.', 'ddb-debt-overview' ) . '</p>';
	}
	return '<p>' . esc_html__( 'Your debts cannot be shown right now. Please contact the library.', 'ddb-debt-overview' ) . '</p>';
}

add_shortcode( 'ddb_debt_overview', 'ddb_debt_overview_shortcode' );
function ddb_debt_overview_shortcode( $written ) {
	$attributes = array();
	foreach ( (array) $written as $name => $value ) {
		// WordPress has written `&` as an entity. What has no value, as `mobilepay`, has a number for its name.
		$value       = html_entity_decode( (string) $value, ENT_QUOTES, 'UTF-8' );
		$attributes += is_int( $name ) ? array( $value => true ) : array( $name => $value );
	}
	return ddb_debt_overview_html( ddb_debt_overview()->fromAttributes( $attributes ) );
}

add_filter( 'pre_do_shortcode_tag', 'ddb_debt_overview_typographic_shortcode', 10, 4 );
/** Over several lines, which WordPress has made lines of the page; or with the “quotes” of a text editor. */
function ddb_debt_overview_typographic_shortcode( $html, $tag, $attributes, $found ) {
	if ( 'ddb_debt_overview' !== $tag ) {
		return $html;
	}
	$quote   = '[“”„″»«‘’‚′]';
	$written = preg_replace( '#</?(?:br|p)\s*/?>#', ' ', $found[3] );
	$written = preg_replace( "/=\\s*$quote([^“”„″»«‘’‚′\"]*)$quote/u", '="$1"', $written );
	return ddb_debt_overview_shortcode( shortcode_parse_atts( $written ) );
}
