<?php
/**
 * The form of Settings → Debts, from the groups and labels of the schema.
 */

defined( 'ABSPATH' ) || exit;

function ddb_debt_overview_show_page() {
	$language = DdbDebtOverview::language( get_user_locale() );
	$state    = ddb_debt_overview_form_state();
	$messages = array();
	foreach ( $state['problems'] as $problem ) {
		$messages[ $problem['field'] ] = $problem['message'];
	}
	?>
	<div class="wrap ddb-debt-overview">
		<h1><?php esc_html_e( 'Debts', 'ddb-debt-overview' ); ?></h1>
		<?php ddb_debt_overview_show_notices( $state, $language ); ?>
		<form method="post" action="<?php echo esc_url( ddb_debt_overview_page_url() ); ?>" novalidate>
			<?php wp_nonce_field( 'ddb_debt_overview' ); ?>
			<?php // The first button is the one that the Enter key presses. ?>
			<button name="ddb_action" value="save" hidden></button>
			<p>
				<?php
				/* translators: %s: the shortcode */
				echo wp_kses( sprintf( __( 'Put the block “Debts” on a page, or the shortcode %s. All of it is shown as set here; a block or a shortcode can differ.', 'ddb-debt-overview' ), '<code>[ddb_debt_overview]</code>' ), array( 'code' => array() ) );
				?>
				<button class="button" name="ddb_action" value="page"><?php esc_html_e( 'Make a page with the block', 'ddb-debt-overview' ); ?></button>
			</p>
			<?php
			foreach ( ddb_debt_overview()->groups( $language ) as $group ) {
				ddb_debt_overview_show_group( $group, $state['settings'], $messages );
			}
			ddb_debt_overview_show_theme( $state['theme'] );
			ddb_debt_overview_show_texts( $language, $state['settings'], $messages );
			?>
			<p class="submit">
				<button class="button button-primary" name="ddb_action" value="save"><?php esc_html_e( 'Save', 'ddb-debt-overview' ); ?></button>
			</p>
			<?php ddb_debt_overview_show_json( $state, $messages ); ?>
		</form>
	</div>
	<?php
}

function ddb_debt_overview_notice( $kind, array $paragraphs ) {
	printf( '<div class="notice notice-%s"%s>', esc_attr( $kind ), 'error' === $kind ? ' role="alert"' : '' );
	foreach ( $paragraphs as $paragraph ) {
		echo '<p>' . wp_kses( $paragraph, array( 'a' => array( 'href' => array() ) ) ) . '</p>';
	}
	echo '</div>';
}

function ddb_debt_overview_show_notices( array $state, $language ) {
	$damaged = ddb_debt_overview()->damaged();
	if ( $damaged ) {
		/* translators: %s: names of files */
		ddb_debt_overview_notice( 'error', array( esc_html( sprintf( __( 'These files are missing or changed: %s. Upload the plugin’s archive again.', 'ddb-debt-overview' ), implode( ', ', $damaged ) ) ) ) );
	}
	// Only a message: nothing is changed by it.
	if ( isset( $_GET['saved'] ) && ! isset( $_POST['ddb_action'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification
		ddb_debt_overview_notice( 'success', array( esc_html__( 'The settings are saved.', 'ddb-debt-overview' ) ) );
	}
	$lines = array();
	foreach ( $state['problems'] as $problem ) {
		$lines[] = sprintf(
			'<a href="#%s">%s</a>: %s',
			esc_attr( ddb_debt_overview_id( $problem['field'] ) ),
			esc_html( ddb_debt_overview_label( $problem['field'], $language ) ),
			esc_html( $problem['message'] )
		);
	}
	if ( ddb_debt_overview_blocking( $state['problems'] ) ) {
		array_unshift( $lines, esc_html__( 'Nothing is saved yet. Please correct this:', 'ddb-debt-overview' ) );
		ddb_debt_overview_notice( 'error', $lines );
	} elseif ( $lines ) {
		ddb_debt_overview_notice( 'warning', $lines );
	}
	if ( $state['imported'] ) {
		ddb_debt_overview_notice( 'info', array( esc_html__( 'The fields are filled in from the JSON. Look them through, and save.', 'ddb-debt-overview' ) ) );
	}
	if ( isset( $state['settings']['previewDate'] ) && ! isset( $_POST['ddb_action'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification
		/* translators: %s: a date */
		ddb_debt_overview_notice( 'warning', array( esc_html( sprintf( __( 'All patrons see a preview of %s, and nobody can pay. To end it, empty the field “Day of the preview”.', 'ddb-debt-overview' ), wp_date( get_option( 'date_format' ), strtotime( $state['settings']['previewDate'] ), new DateTimeZone( 'UTC' ) ) ) ) ) );
	}
}

/** The name of a field as the form has it. */
function ddb_debt_overview_label( $field, $language ) {
	foreach ( ddb_debt_overview()->groups( $language ) as $group ) {
		if ( isset( $group['fields'][ $field ] ) ) {
			return $group['fields'][ $field ]['label'];
		}
	}
	return 'json' === $field ? 'JSON' : $field;
}

function ddb_debt_overview_id( $field ) {
	return 'ddb-' . preg_replace( '/[^A-Za-z0-9]+/', '-', $field );
}

function ddb_debt_overview_show_message( $id, $field, array $messages ) {
	if ( isset( $messages[ $field ] ) ) {
		printf( '<p class="ddb-problem" id="%s-problem">%s</p>', esc_attr( $id ), esc_html( $messages[ $field ] ) );
	}
}

function ddb_debt_overview_show_group( array $group, array $settings, array $messages ) {
	printf( '<h2>%s</h2><p>%s</p><table class="form-table" role="presentation">', esc_html( $group['title'] ), esc_html( $group['lead'] ) );
	foreach ( $group['fields'] as $name => $field ) {
		$id    = ddb_debt_overview_id( $name );
		$value = isset( $settings[ $name ] ) ? $settings[ $name ] : '';
		printf( '<tr><th scope="row"><label for="%s">%s</label></th><td>', esc_attr( $id ), esc_html( $field['label'] ) );
		ddb_debt_overview_show_field( $field, is_array( $value ) ? '' : $value, $id, isset( $messages[ $name ] ) );
		ddb_debt_overview_show_message( $id, $name, $messages );
		printf( '<p class="description" id="%s-about">%s</p></td></tr>', esc_attr( $id ), esc_html( $field['explains'] ) );
	}
	echo '</table>';
}

function ddb_debt_overview_show_field( array $field, $value, $id, $is_invalid ) {
	$name   = "ddb[settings][{$field['name']}]";
	$common = sprintf(
		' id="%s" name="%s" aria-describedby="%s"%s',
		esc_attr( $id ),
		esc_attr( $name ),
		esc_attr( ( $is_invalid ? "$id-problem " : '' ) . "$id-about" ),
		$is_invalid ? ' aria-invalid="true"' : ''
	);
	// phpcs:disable WordPress.Security.EscapeOutput -- $common is escaped above.
	switch ( $field['kind'] ) {
		case 'choice':
			$options = $field['options'];
			$chosen  = '' === $value && isset( $field['default'] ) ? $field['default'] : (string) $value;
			if ( ! isset( $options[ $chosen ] ) ) {
				// As a language that the list does not have.
				$options[ $chosen ] = $chosen;
			}
			echo "<select$common>";
			foreach ( $options as $option => $label ) {
				printf( '<option value="%s"%s>%s</option>', esc_attr( $option ), selected( (string) $option, $chosen, false ), esc_html( $label ) );
			}
			echo '</select>';
			break;
		case 'flag':
			printf( '<input type="checkbox" value="true"%s%s>', $common, checked( $value, true, false ) );
			break;
		case 'number':
			$default = isset( $field['default'] ) ? $field['default'] : '';
			printf( '<input type="text" inputmode="decimal" class="small-text" value="%s" placeholder="%s"%s>', esc_attr( $value ), esc_attr( $default ), $common );
			break;
		case 'date':
			// A picker of the browser shows nothing where the text is no date, so a date that is wrong is text.
			printf( '<input type="%s" value="%s"%s>', $is_invalid ? 'text' : 'date', esc_attr( $value ), $common );
			break;
		default:
			$example = isset( $field['example'] ) ? $field['example'] : '';
			printf( '<input type="text" class="regular-text" spellcheck="false" autocomplete="off"%s value="%s" placeholder="%s"%s>', 'url' === $field['kind'] ? ' inputmode="url"' : '', esc_attr( $value ), esc_attr( $example ), $common );
	}
	// phpcs:enable
}

function ddb_debt_overview_show_theme( $chosen ) {
	$names = array(
		'dpl'     => 'DPL CMS',
		'ddbasic' => 'DDB CMS (ddbasic)',
	);
	?>
	<h2><?php esc_html_e( 'The look', 'ddb-debt-overview' ); ?></h2>
	<table class="form-table" role="presentation"><tr>
		<th scope="row"><label for="ddb-theme"><?php esc_html_e( 'Style sheet', 'ddb-debt-overview' ); ?></label></th>
		<td>
			<select id="ddb-theme" name="ddb[theme]" aria-describedby="ddb-theme-about">
				<option value=""><?php esc_html_e( 'As the site', 'ddb-debt-overview' ); ?></option>
				<?php foreach ( ddb_debt_overview()->themes() as $theme ) : ?>
					<option value="<?php echo esc_attr( $theme ); ?>"<?php selected( $theme, $chosen ); ?>><?php echo esc_html( isset( $names[ $theme ] ) ? $names[ $theme ] : $theme ); ?></option>
				<?php endforeach; ?>
			</select>
			<p class="description" id="ddb-theme-about"><?php esc_html_e( 'Fonts and colours are the site’s own, unless you choose one of these.', 'ddb-debt-overview' ); ?></p>
		</td>
	</tr></table>
	<?php
}

function ddb_debt_overview_show_texts( $language, array $settings, array $messages ) {
	$texts = isset( $settings['texts'] ) && is_array( $settings['texts'] ) ? $settings['texts'] : array();
	?>
	<h2><?php esc_html_e( 'Your own texts', 'ddb-debt-overview' ); ?></h2>
	<p><?php esc_html_e( 'Every sentence has a default, which is shown in grey. Write only where you want another.', 'ddb-debt-overview' ); ?></p>
	<?php
	foreach ( ddb_debt_overview()->textGroups( $language ) as $group ) {
		$keys = array_keys( $group['texts'] );
		$open = ddb_debt_overview_has_any( $keys, $texts, $messages );
		printf( '<details%s><summary>%s</summary><table class="form-table" role="presentation">', $open ? ' open' : '', esc_html( $group['title'] ) );
		foreach ( $group['texts'] as $text ) {
			ddb_debt_overview_show_text( $text, $texts, $messages );
		}
		echo '</table></details>';
	}
}

/** Whether a group has a text of the library, or a problem. */
function ddb_debt_overview_has_any( array $keys, array $texts, array $messages ) {
	foreach ( ddb_debt_overview()->textLanguages() as $of ) {
		foreach ( $keys as $key ) {
			if ( isset( $texts[ $key ] ) || isset( $texts[ $of ][ $key ] ) || isset( $messages[ "texts.$of.$key" ] ) ) {
				return true;
			}
		}
	}
	return false;
}

function ddb_debt_overview_show_text( array $text, array $texts, array $messages ) {
	$names = array(
		'da' => __( 'Danish', 'ddb-debt-overview' ),
		'en' => __( 'English', 'ddb-debt-overview' ),
	);
	$key   = $text['key'];
	printf( '<tr><th scope="row">%s<br><code>%s</code></th><td>', esc_html( $text['location'] ), esc_html( $key ) );
	foreach ( ddb_debt_overview()->textLanguages() as $of ) {
		$field = "texts.$of.$key";
		$id    = ddb_debt_overview_id( $field );
		// A text for all languages, as an import may have it, stands in each of them.
		$all   = isset( $texts[ $key ] ) && is_string( $texts[ $key ] ) ? $texts[ $key ] : null;
		$value = isset( $texts[ $of ][ $key ] ) && is_string( $texts[ $of ][ $key ] ) ? $texts[ $of ][ $key ] : $all;
		printf( '<div class="ddb-language"><label for="%s">%s</label>', esc_attr( $id ), esc_html( isset( $names[ $of ] ) ? $names[ $of ] : $of ) );
		printf(
			'<textarea id="%1$s" name="ddb[texts][%2$s][%3$s]" rows="2" class="large-text" lang="%2$s" placeholder="%4$s"%5$s>%6$s</textarea>',
			esc_attr( $id ),
			esc_attr( $of ),
			esc_attr( $key ),
			esc_attr( $text['default'][ $of ] ),
			isset( $messages[ $field ] ) ? sprintf( ' aria-invalid="true" aria-describedby="%s-problem"', esc_attr( $id ) ) : '',
			esc_textarea( (string) $value )
		);
		if ( $text['optional'] ) {
			printf(
				'<label><input type="checkbox" name="ddb[hidden][%s][%s]" value="1"%s> %s</label>',
				esc_attr( $of ),
				esc_attr( $key ),
				checked( '' === $value, true, false ),
				esc_html__( 'Show nothing here', 'ddb-debt-overview' )
			);
		}
		ddb_debt_overview_show_message( $id, $field, $messages );
		echo '</div>';
	}
	if ( $text['placeholders'] ) {
		/* translators: %s: names in braces */
		printf( '<p class="description">%s</p>', esc_html( sprintf( __( 'May have: %s', 'ddb-debt-overview' ), '{' . implode( '} {', $text['placeholders'] ) . '}' ) ) );
	}
	echo '</td></tr>';
}

function ddb_debt_overview_show_json( array $state, array $messages ) {
	?>
	<h2><?php esc_html_e( 'From and to the workbench', 'ddb-debt-overview' ); ?></h2>
	<p><label for="ddb-json"><?php esc_html_e( 'Paste the JSON of the workbench here. It fills in the fields above; nothing is saved before you save.', 'ddb-debt-overview' ); ?></label></p>
	<textarea id="ddb-json" name="ddb[json]" rows="6" class="large-text code" spellcheck="false"><?php echo esc_textarea( $state['json'] ); ?></textarea>
	<?php ddb_debt_overview_show_message( 'ddb-json', 'json', $messages ); ?>
	<p><button class="button" name="ddb_action" value="import"><?php esc_html_e( 'Fill in the fields', 'ddb-debt-overview' ); ?></button></p>
	<details>
		<summary><?php esc_html_e( 'The settings as JSON, for the workbench or another site', 'ddb-debt-overview' ); ?></summary>
		<textarea id="ddb-export" rows="10" class="large-text code" readonly aria-label="<?php esc_attr_e( 'The settings as JSON', 'ddb-debt-overview' ); ?>"><?php echo esc_textarea( ddb_debt_overview()->export( $state['settings'] ) ); ?></textarea>
	</details>
	<?php
}
