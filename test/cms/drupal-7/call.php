<?php
// Calls functions of the modules: {"root", "conf", "calls": [[function, argument, …], …]}. Prints what they return, with
// what they have left: variables, the log, messages, errors of forms, and headers.
$given = json_decode( stream_get_contents( STDIN ), true );
define( 'DRUPAL_ROOT', $given['root'] );
require __DIR__ . '/drupal.php';
foreach ( array( 'module', 'install', 'admin.inc' ) as $type ) {
	require DRUPAL_ROOT . "/sites/all/modules/ddb_debt_overview/ddb_debt_overview.$type";
}

class TakenPath {
	function fetchField() {
		return true;
	}
}

/** Every other path is taken. */
function db_query() {
	return new TakenPath();
}

$answers = array();
foreach ( $given['calls'] as $call ) {
	$function  = array_shift( $call );
	$answers[] = call_user_func_array( $function, $call );
}

/** The values of the form as a browser sends them, with some of them changed. */
function submit_form( array $changed ) {
	$values = array();
	$form   = array();
	$state  = array( 'input' => array() );
	$collect = function ( array $element, $name ) use ( &$collect, &$values ) {
		if ( isset( $element['#default_value'] ) || array_key_exists( '#default_value', $element ) ) {
			$value = $element['#default_value'];
			$value = 'text_format' === $element['#type'] ? array( 'value' => $value, 'format' => 'plain_text' ) : ( 'checkbox' === $element['#type'] ? (int) $value : (string) $value );
			$at    = &$values;
			foreach ( $element['#parents'] ?? array( $name ) as $part ) {
				$at = &$at[ $part ];
			}
			$at = $value;
			return;
		}
		foreach ( element_children( $element ) as $child ) {
			$collect( $element[ $child ], $child );
		}
	};
	$form = ddb_debt_overview_settings_form( $form, $state );
	foreach ( element_children( $form ) as $child ) {
		$collect( $form[ $child ], $child );
	}
	$state['values'] = array_replace_recursive( $values, $changed );
	ddb_debt_overview_settings_form_validate( $form, $state );
	if ( ! $GLOBALS['errors'] ) {
		ddb_debt_overview_settings_form_submit( $form, $state );
	}
	return $form;
}

/** Imports JSON. */
function submit_json( $json ) {
	$state = array( 'values' => array( 'import' => $json ) );
	ddb_debt_overview_json_form_validate( array(), $state );
	if ( ! $GLOBALS['errors'] ) {
		ddb_debt_overview_json_form_submit( array(), $state );
	}
}

echo json_encode( compact( 'answers', 'conf', 'log', 'messages', 'errors', 'headers' ) );
