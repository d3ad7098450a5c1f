<?php
// A page of Drupal 7 with the module's block: {"root", "path", "conf", "language"}.
$given = json_decode( stream_get_contents( STDIN ), true );
define( 'DRUPAL_ROOT', $given['root'] );
require __DIR__ . '/drupal.php';
require DRUPAL_ROOT . '/sites/all/modules/ddb_debt_overview/ddb_debt_overview.module';
$block = ddb_debt_overview_block_view( key( ddb_debt_overview_block_info() ) );
drupal_process_attached( $block['content']['#attached'] );
?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="<?php echo $language->language; ?>">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>Mellemværender</title>
<?php
foreach ( $head as $element ) {
	echo theme_html_tag( $element );
}
foreach ( $styles as $file ) {
	echo '<link type="text/css" rel="stylesheet" href="', check_plain( file_create_url( $file ) ), '?q1w2e3" media="all" />', "\n";
}
// What such pages have: an old jQuery, and at times Prototype.
foreach ( array( 'jquery', 'prototype' ) as $old ) {
	echo "<script type=\"text/javascript\" src=\"/misc/$old.js\"></script>\n";
}
?>
</head>
<body class="html not-front">
<div id="page"><?php echo $block['content']['#markup']; ?></div>
<p>Under listen.</p>
</body>
</html>
