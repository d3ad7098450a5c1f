<?php
// What the plugin has stored, and what its test of Site Health says: {"folder", "origin"} to {"option", "health"}.
$given = json_decode( stream_get_contents( STDIN ), true );
$_SERVER['HTTP_HOST']       = preg_replace( '#^https?://#', '', $given['origin'] );
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require $given['folder'] . '/wp-load.php';
$tests = apply_filters( 'site_status_tests', array( 'direct' => array(), 'async' => array() ) );
$ours  = $tests['direct']['ddb_debt_overview']['test'] ?? '__return_null';
echo json_encode( array( 'option' => get_option( 'ddb_debt_overview' ), 'health' => $ours() ), JSON_UNESCAPED_UNICODE );
