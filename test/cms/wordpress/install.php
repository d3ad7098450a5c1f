<?php
// Installs WordPress, and makes what the test wants: {"folder", "socket", "origin", "theme", "pages": {name: {"by", "content"}}}.
$given = json_decode( stream_get_contents( STDIN ), true );
$_SERVER['HTTP_HOST']       = preg_replace( '#^https?://#', '', $given['origin'] );
$_SERVER['SERVER_NAME']     = '127.0.0.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';

$database = new mysqli( null, 'root', '', '', 0, $given['socket'] );
$database->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );
$database->close();

define( 'WP_INSTALLING', true );
require $given['folder'] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Biblioteket', 'admin', 'admin@bibliotek.example', true, '', 'kodeord' );
update_option( 'siteurl', $given['origin'] );
update_option( 'home', $given['origin'] );
wp_create_user( 'laaner', 'kodeord', 'laaner@bibliotek.example' );
$writer = wp_insert_user( array( 'user_login' => 'skribent', 'user_pass' => 'kodeord', 'role' => 'author' ) );
switch_theme( $given['theme'] );
// Whatever the installation has found out about the server.
$wp_rewrite->set_permalink_structure( '/%postname%/' );
$wp_rewrite->flush_rules( false );

$made = array();
foreach ( $given['pages'] as $name => $page ) {
	wp_set_current_user( 'author' === $page['by'] ? $writer : 1 );
	kses_init();
	$id            = wp_insert_post( wp_slash( array(
		'post_type'    => 'page',
		'post_status'  => 'publish',
		'post_name'    => $name,
		'post_title'   => $name,
		'post_content' => $page['content'],
	) ) );
	$made[ $name ] = array( 'id' => $id, 'content' => get_post( $id )->post_content );
}
echo json_encode( $made );
