<?php
// The few functions of Drupal 7 that the recipe calls. They do as Drupal 7.103's do, in as far as it matters here:
// what is escaped, what becomes of the options of drupal_add_js(), and how a tag is written.

const DRUPAL_CACHE_PER_PAGE = 0x0004;
const JS_LIBRARY = -100;
const JS_THEME = 100;
const CSS_THEME = 100;

$head = $styles = $scripts = array();

function variable_get( $name, $default = null ) {
	return $GLOBALS['conf'][ $name ] ?? $default;
}

function drupal_get_path( $type, $name ) {
	return "sites/all/{$type}s/$name";
}

function file_create_url( $path ) {
	return "/$path";
}

function arg( $index ) {
	return explode( '/', $GLOBALS['path'] )[ $index ] ?? null;
}

function t( $text ) {
	return 'Log in' === $text ? 'Log ind' : $text;
}

function check_plain( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8' );
}

function drupal_attributes( array $attributes ) {
	$html = '';
	foreach ( $attributes as $name => $value ) {
		$html .= " $name=\"" . check_plain( implode( ' ', (array) $value ) ) . '"';
	}
	return $html;
}

function drupal_json_encode( $value ) {
	return json_encode( $value, JSON_HEX_TAG | JSON_HEX_APOS | JSON_HEX_AMP | JSON_HEX_QUOT );
}

function drupal_get_destination() {
	return array( 'destination' => $GLOBALS['path'] );
}

function l( $text, $path, array $options ) {
	$url = "/$path" . ( empty( $options['query'] ) ? '' : '?' . http_build_query( $options['query'] ) );
	return '<a href="' . check_plain( $url ) . '"' . drupal_attributes( $options['attributes'] ) . '>' . check_plain( $text ) . '</a>';
}

function theme_html_tag( array $element ) {
	$open = '<' . $element['#tag'] . drupal_attributes( $element['#attributes'] );
	return isset( $element['#value'] ) ? "$open>{$element['#value']}</{$element['#tag']}>\n" : "$open />\n";
}

function drupal_add_html_head( $element, $key ) {
	$GLOBALS['head'][ $key ] = $element + array( '#type' => 'html_tag' );
}

function drupal_add_css( $file, $options = array() ) {
	$GLOBALS['styles'][ $file ] = $options;
}

function drupal_add_js( $file, $options = array() ) {
	$options += array( 'group' => 0, 'defer' => false, 'preprocess' => true );
	$GLOBALS['scripts'][ $file ] = $options;
}

function drupal_get_js() {
	$files = $GLOBALS['scripts'];
	uasort( $files, function ( $one, $other ) {
		return $one['group'] <=> $other['group'];
	} );
	$html    = '';
	$bundled = array();
	foreach ( $files as $file => $options ) {
		if ( $options['preprocess'] && variable_get( 'preprocess_js', false ) ) {
			$bundled[] = $file;
			continue;
		}
		// These, and no others: there is no way to say `integrity`, or another type.
		$attributes = array( 'type' => 'text/javascript' ) + ( $options['defer'] ? array( 'defer' => 'defer' ) : array() );
		$html      .= theme_html_tag( array(
			'#tag'        => 'script',
			'#value'      => '',
			'#attributes' => $attributes + array( 'src' => file_create_url( $file ) . '?q1w2e3' ),
		) );
	}
	if ( $bundled ) {
		$query = http_build_query( array( 'of' => $bundled ) );
		$html  = "<script type=\"text/javascript\" src=\"/bundle.js?" . check_plain( $query ) . "\"></script>\n" . $html;
	}
	return $html;
}

function drupal_process_attached( array $attached ) {
	foreach ( $attached['css'] as $file ) {
		drupal_add_css( $file );
	}
	unset( $attached['css'] );
	foreach ( $attached as $function => $calls ) {
		foreach ( $calls as $arguments ) {
			call_user_func_array( $function, $arguments );
		}
	}
}
