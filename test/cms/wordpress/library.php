<?php
// The library of the test: what its own site would have beside the plugin.

// As a Danish site is; the words of WordPress itself stay as they are.
add_filter( 'locale', function () {
	return 'da_DK';
} );
add_filter( 'show_admin_bar', '__return_false' );

// The same site in a theme of blocks and in one of before them.
foreach ( array( 'template', 'stylesheet' ) as $what ) {
	add_filter( "pre_option_$what", function ( $theme ) {
		return $_GET['theme'] ?? $theme;
	} );
}

// There is no post office.
function wp_mail() {
	return true;
}

// Not under wp-json: there a cookie alone is nobody, and the widget does not know WordPress's nonce.
add_action( 'wp_ajax_patron_fees', function () {
	header( 'Cache-Control: no-store' );
	wp_send_json( json_decode( file_get_contents( __DIR__ . '/fees.json' ) ) );
} );
add_action( 'wp_ajax_nopriv_patron_fees', function () {
	header( 'Cache-Control: no-store' );
	wp_send_json( null, 401 );
} );

add_action( 'rest_api_init', function () {
	register_rest_route( 'library', '/patron', array(
		'permission_callback' => '__return_true',
		'callback'            => 'is_user_logged_in',
	) );
} );

add_filter( 'ddb_debt_overview_config', function ( $config ) {
	$config['texts'] = array( 'da' => array( 'oir.go' => 'Videre </script><!--<script> {name}' ) );
	return $config;
} );
