<?php
// The library of the test: what its own site would have beside the plugin.

// As a Danish site is, or one in English; the words of WordPress itself stay as they are.
add_filter( 'locale', function () {
	return isset( $_GET['english'] ) ? 'en_US' : 'da_DK';
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

function library_answer( $status, $body, $headers = array() ) {
	return array( 'response' => array( 'code' => $status ), 'body' => $body, 'headers' => $headers );
}

// The fees, as the README's example answers them; or a failure that a test asks for.
if ( ! isset( $_GET['no_endpoint'] ) ) {
	add_filter( 'ddb_debt_overview_fees', function ( $fees, $patron ) {
		switch ( $_GET['answer'] ?? '' ) {
			case 'busy':
				return library_answer( 429, '{"error":"busy"}', array( 'retry-after' => '7', 'x-fbs' => 'secret' ) );
			case 'moved':
				return library_answer( 302, '', array( 'location' => 'https://elsewhere.example/' ) );
			case 'digits':
				return library_answer( 200, '[{"feeId":9007199254740993,"amount":70.10}]' );
			case 'down':
				return new WP_Error( 'http_request_failed', 'timeout' );
			case 'gone':
				return new WP_Error( 'gone', 'No patron', array( 'status' => 404 ) );
			case 'nothing':
				return null;
		}
		return 'laaner' === $patron->user_login ? json_decode( file_get_contents( __DIR__ . '/fees.json' ) ) : array();
	}, 10, 2 );
}

add_filter( 'ddb_debt_overview_settings', function ( $settings ) {
	if ( isset( $_GET['own_texts'] ) ) {
		$settings['texts']['da']['oir.go'] = 'Videre </script><!--<script> {name}';
	}
	return $settings;
} );
