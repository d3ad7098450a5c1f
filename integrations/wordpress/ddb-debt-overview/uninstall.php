<?php
/**
 * Removes what the plugin has stored. Pages with its block or shortcode stay.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( ! is_multisite() ) {
	delete_option( 'ddb_debt_overview' );
} else {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $ddb_debt_overview_site ) {
		delete_blog_option( $ddb_debt_overview_site, 'ddb_debt_overview' );
	}
}
