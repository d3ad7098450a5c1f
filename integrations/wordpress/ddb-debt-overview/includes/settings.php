<?php
/**
 * What the administrator has set.
 */

defined( 'ABSPATH' ) || exit;

/** The rules of the settings, and the packed files of the element. */
function ddb_debt_overview() {
	static $debts = null;
	if ( ! $debts ) {
		$debts = new DdbDebtOverview( dirname( DDB_DEBT_OVERVIEW_FILE ) . '/assets' );
	}
	return $debts;
}

/** The stored option: `settings` by their names in the schema, and the `theme`. */
function ddb_debt_overview_option() {
	$option = get_option( 'ddb_debt_overview' );
	return ( is_array( $option ) ? $option : array() ) + array(
		'settings' => array(),
		'theme'    => '',
	);
}

/** Settings with an address for debts: where none is set, the plugin's own, if the site answers there. */
function ddb_debt_overview_with_endpoint( array $settings ) {
	if ( empty( $settings['feesUrl'] ) && has_filter( 'ddb_debt_overview_fees' ) ) {
		$settings['feesUrl'] = ddb_debt_overview_fees_url();
	}
	return $settings;
}

/**
 * The settings of one element.
 *
 * @param array $own what the shortcode or the block sets
 */
function ddb_debt_overview_settings( array $own = array() ) {
	$settings = ddb_debt_overview_with_endpoint( $own + ddb_debt_overview_option()['settings'] );
	/**
	 * Filters the settings of the element.
	 *
	 * @param array $settings by their names in assets/settings.schema.json, e.g. 'feesUrl', and 'texts'
	 */
	$filtered = apply_filters( 'ddb_debt_overview_settings', $settings );
	if ( $filtered !== $settings ) {
		foreach ( ddb_debt_overview()->problems( (array) $filtered ) as $problem ) {
			_doing_it_wrong( 'ddb_debt_overview_settings', esc_html( $problem['field'] . ': ' . $problem['message'] ), '@version@' );
		}
	}
	return (array) $filtered;
}
