<?php
/**
 * The block. It is rendered on the server, and its editor script needs no build.
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'ddb_debt_overview_register_block' );
function ddb_debt_overview_register_block() {
	$folder = dirname( DDB_DEBT_OVERVIEW_FILE );
	wp_register_script(
		'ddb-debt-overview-editor',
		plugins_url( 'block/editor.js', DDB_DEBT_OVERVIEW_FILE ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
		ddb_debt_overview()->version(),
		true
	);
	wp_set_script_translations( 'ddb-debt-overview-editor', 'ddb-debt-overview', $folder . '/languages' );
	register_block_type(
		$folder . '/block',
		array( 'render_callback' => 'ddb_debt_overview_render_block' )
	);
}

add_action( 'enqueue_block_editor_assets', 'ddb_debt_overview_editor_data' );
/** Where the settings are, for those who may change them. */
function ddb_debt_overview_editor_data() {
	$address = current_user_can( 'manage_options' ) ? admin_url( 'options-general.php?page=ddb-debt-overview' ) : '';
	wp_add_inline_script( 'ddb-debt-overview-editor', 'var ddbDebtOverviewSettings = ' . wp_json_encode( $address ) . ';', 'before' );
}

function ddb_debt_overview_render_block( $attributes ) {
	return ddb_debt_overview_html( array_filter( (array) $attributes, 'strlen' ) );
}
