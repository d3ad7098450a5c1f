<?php
/**
 * Tools → Site Health: what is missing.
 */

defined( 'ABSPATH' ) || exit;

add_filter( 'site_status_tests', 'ddb_debt_overview_add_health_test' );
function ddb_debt_overview_add_health_test( $tests ) {
	$tests['direct']['ddb_debt_overview'] = array(
		'label' => __( 'Debts', 'ddb-debt-overview' ),
		'test'  => 'ddb_debt_overview_health',
	);
	return $tests;
}

function ddb_debt_overview_health() {
	$damaged  = ddb_debt_overview()->damaged();
	$problems = wp_list_pluck( ddb_debt_overview_current_problems(), 'message' );
	$label    = __( 'The debts of patrons can be shown', 'ddb-debt-overview' );
	$status   = 'good';
	$lines    = array( __( 'The files are whole, and the settings are valid.', 'ddb-debt-overview' ) );
	if ( $damaged ) {
		$label  = __( 'The debts of patrons cannot be shown', 'ddb-debt-overview' );
		$status = 'critical';
		$lines  = array(
			/* translators: %s: names of files */
			sprintf( __( 'These files are missing or changed: %s. Upload the plugin’s archive again.', 'ddb-debt-overview' ), implode( ', ', $damaged ) ),
		);
	} elseif ( $problems ) {
		$label  = __( 'The settings for debts need attention', 'ddb-debt-overview' );
		$status = 'recommended';
		$lines  = $problems;
	}
	return array(
		'label'       => $label,
		'status'      => $status,
		'badge'       => array(
			'label' => __( 'Debts', 'ddb-debt-overview' ),
			'color' => 'blue',
		),
		'description' => '<p>' . implode( '</p><p>', array_map( 'esc_html', $lines ) ) . '</p>',
		'actions'     => sprintf(
			'<p><a href="%s">%s</a></p>',
			esc_url( admin_url( 'options-general.php?page=ddb-debt-overview' ) ),
			esc_html__( 'Settings', 'ddb-debt-overview' )
		),
		'test'        => 'ddb_debt_overview',
	);
}

/** What is wrong with the stored settings, in the language of who is reading. */
function ddb_debt_overview_current_problems() {
	$settings = ddb_debt_overview_with_endpoint( ddb_debt_overview_option()['settings'] );
	return ddb_debt_overview()->problems( $settings, DdbDebtOverview::language( get_user_locale() ) );
}
