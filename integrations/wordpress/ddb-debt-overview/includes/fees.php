<?php
/**
 * The address that answers the debts of the patron who is logged in, for a site that answers the filter
 * `ddb_debt_overview_fees`. It is not under wp-json: there WordPress takes a cookie without a nonce for nobody.
 */

defined( 'ABSPATH' ) || exit;

function ddb_debt_overview_fees_url() {
	return admin_url( 'admin-ajax.php?action=ddb_debt_overview_fees', 'relative' );
}

add_action( 'wp_ajax_ddb_debt_overview_fees', 'ddb_debt_overview_answer_fees' );
function ddb_debt_overview_answer_fees() {
	/**
	 * Filters the debts of a patron.
	 *
	 * @param array|WP_Error|null $fees    FBS's list of fees; or the answer of wp_remote_get(), whose status, body and
	 *                                     Retry-After are passed on; or an error. The data of a WP_Error may have a `status`.
	 * @param WP_User             $patron  who is logged in
	 */
	$fees = apply_filters( 'ddb_debt_overview_fees', null, wp_get_current_user() );
	if ( is_array( $fees ) && isset( $fees['response'], $fees['body'] ) ) {
		$status = (int) wp_remote_retrieve_response_code( $fees );
		$after  = (string) wp_remote_retrieve_header( $fees, 'retry-after' );
		// The element does not follow a redirect, and neither does this.
		ddb_debt_overview_send( $status >= 300 && $status < 400 ? 502 : $status, $fees['body'], $after );
	} elseif ( is_wp_error( $fees ) ) {
		$data = $fees->get_error_data();
		ddb_debt_overview_send( isset( $data['status'] ) ? (int) $data['status'] : 502, 'null' );
	} else {
		ddb_debt_overview_send( is_array( $fees ) ? 200 : 501, wp_json_encode( $fees ) );
	}
}

add_action( 'wp_ajax_nopriv_ddb_debt_overview_fees', 'ddb_debt_overview_refuse_fees' );
function ddb_debt_overview_refuse_fees() {
	ddb_debt_overview_send( 401, 'null' );
}

/** Answers JSON as it is: numbers keep their digits. WordPress has sent `nosniff`. */
function ddb_debt_overview_send( $status, $json, $retry_after = '' ) {
	status_header( $status );
	header( 'Content-Type: application/json; charset=utf-8' );
	header( 'Cache-Control: no-store, private' );
	if ( '' !== $retry_after ) {
		header( 'Retry-After: ' . $retry_after );
	}
	echo $json; // phpcs:ignore WordPress.Security.EscapeOutput
	// wp_die() would send other headers of caching.
	exit;
}
