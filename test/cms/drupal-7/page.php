<?php
// A page of Drupal 7, with the recipe in it: {"root", "path", "conf", "by": "module" | "theme"}.
require __DIR__ . '/drupal.php';
$given = json_decode( stream_get_contents( STDIN ), true );
define( 'DRUPAL_ROOT', $given['root'] );
$path = $given['path'];
$conf = array();
require DRUPAL_ROOT . '/settings.php';
$conf = $given['conf'] + $conf;

// What such pages have: an old jQuery, and at times Prototype.
drupal_add_js( 'misc/jquery.js', array( 'group' => JS_LIBRARY ) );
drupal_add_js( 'misc/prototype.js', array( 'group' => JS_LIBRARY ) );

if ( 'module' === $given['by'] ) {
	require DRUPAL_ROOT . '/sites/all/modules/ddb_debt_overview/ddb_debt_overview.module';
	$info  = ddb_debt_overview_block_info();
	$block = ddb_debt_overview_block_view( key( $info ) );
	drupal_process_attached( $block['content']['#attached'] );
	$html = $block['content']['#markup'];
} else {
	require DRUPAL_ROOT . '/sites/all/themes/bibliotek/template.php';
	$variables = array();
	bibliotek_preprocess_page( $variables );
	$html = $variables['ddb_debt_overview'] ?? '';
}
?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="da" lang="da">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>Mellemværender</title>
<?php
foreach ( $head as $element ) {
	echo theme_html_tag( $element );
}
foreach ( array_keys( $styles ) as $file ) {
	echo '<link type="text/css" rel="stylesheet" href="', check_plain( file_create_url( $file ) ), '?q1w2e3" media="all" />', "\n";
}
echo drupal_get_js();
?>
</head>
<body class="html not-front">
<div id="page"><?php echo $html; ?></div>
<p>Under listen.</p>
</body>
</html>
