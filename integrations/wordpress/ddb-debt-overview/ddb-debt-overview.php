<?php
/**
 * Plugin Name:       DDB Debt Overview
 * Description:       Shows library patrons what they owe, and where to pay it. As a block or a shortcode, with a page of settings.
 * Version:           @version@
 * Requires at least: 5.8
 * Requires PHP:      7.0
 * License:           MIT
 * License URI:       https://spdx.org/licenses/MIT.html
 * Text Domain:       ddb-debt-overview
 * Domain Path:       /languages
 */

defined( 'ABSPATH' ) || exit;

define( 'DDB_DEBT_OVERVIEW_FILE', __FILE__ );

require_once __DIR__ . '/includes/DdbDebtOverview.php';
require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/fees.php';
require_once __DIR__ . '/includes/element.php';
require_once __DIR__ . '/includes/block.php';
require_once __DIR__ . '/includes/headers.php';
require_once __DIR__ . '/includes/site-health.php';
if ( is_admin() ) {
	require_once __DIR__ . '/includes/admin-page.php';
}

// Before the block is registered, whose title is translated then.
add_action( 'init', 'ddb_debt_overview_load_translations', 5 );
function ddb_debt_overview_load_translations() {
	load_plugin_textdomain( 'ddb-debt-overview', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
}
