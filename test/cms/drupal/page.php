<?php
// A page of Drupal 10 or 11 with the recipe's block in it, as JSON: {"module": folder, "attributes"?, "config"?}.
use Drupal\Core\Template\Attribute;
use Symfony\Component\Yaml\Yaml;
use Twig\Environment;
use Twig\Extension\EscaperExtension;
use Twig\Loader\FilesystemLoader;
use Twig\TwigFilter;
use Twig\TwigFunction;

require '/usr/share/php/Twig/autoload.php';
require '/usr/share/php/Symfony/Component/Yaml/autoload.php';
require __DIR__ . '/drupal.php';

$given  = json_decode( stream_get_contents( STDIN ), true );
$module = $given['module'];
$read   = fn ( string $file ) => Yaml::parseFile( "$module/$file" );

Drupal::$config['ddb_debt_overview.settings'] = array_filter( array(
	'attributes' => $given['attributes'] ?? null,
	'config'     => $given['config'] ?? null,
) ) + $read( 'config/install/ddb_debt_overview.settings.yml' );

require "$module/ddb_debt_overview.module";
require "$module/src/Plugin/Block/DebtOverviewBlock.php";
$class      = new ReflectionClass( 'Drupal\ddb_debt_overview\Plugin\Block\DebtOverviewBlock' );
$definition = $class->getAttributes()[0]->newInstance();
$build      = $class->newInstance()->build();

// What a block's content has for attributes becomes the whole block's.
$of_block = new Attribute( $build['#attributes'] ?? array() );
unset( $build['#attributes'] );

// A theme hook is given its own variables, and no others.
$variables = array();
foreach ( ddb_debt_overview_theme()[ $build['#theme'] ]['variables'] as $name => $default ) {
	$variables[ $name ] = $build[ "#$name" ] ?? $default;
}

$attached = array();
$routes   = array( 'user.login' => '/user/login', '<current>' => '/mig/mellemvaerender' );
$twig     = new Environment( new FilesystemLoader( "$module/templates" ), array( 'strict_variables' => true ) );
$twig->getExtension( EscaperExtension::class )->addSafeClass( Attribute::class, array( 'html' ) );
$twig->addFilter( new TwigFilter( 't', fn ( $text ) => 'Log in' === $text ? 'Log ind' : $text ) );
$twig->addFunction( new TwigFunction( 'create_attribute', fn ( $attributes ) => new Attribute( $attributes ) ) );
$twig->addFunction( new TwigFunction( 'attach_library', function ( $name ) use ( &$attached ) {
	$attached[] = $name;
} ) );
$twig->addFunction( new TwigFunction( 'path', function ( $route, $parameters = array(), $options = array() ) use ( $routes ) {
	return $routes[ $route ] . ( empty( $options['query'] ) ? '' : '?' . http_build_query( $options['query'] ) );
} ) );
$html = $twig->render( strtr( $build['#theme'], '_', '-' ) . '.html.twig', $variables );

$head      = $foot = '';
$libraries = $read( 'ddb_debt_overview.libraries.yml' );
foreach ( $attached as $name ) {
	list( $owner, $key ) = explode( '/', $name );
	$library             = $libraries[ $key ];
	foreach ( $library['css']['theme'] as $file => $options ) {
		$head .= '<link rel="stylesheet" media="all"' . new Attribute( array( 'href' => "/modules/custom/$owner/$file?q1w2e3" ) ) . '>';
	}
	foreach ( $library['js'] as $file => $options ) {
		$attributes = array( 'src' => "/modules/custom/$owner/$file?v={$library['version']}" ) + ( $options['attributes'] ?? array() );
		// Where it may be put in a file with others, it is.
		$foot .= ( $options['preprocess'] ?? true ) ? '' : '<script' . new Attribute( $attributes ) . '></script>';
	}
}

echo json_encode( array(
	'id'        => $definition->id,
	'info'      => $read( 'ddb_debt_overview.info.yml' ),
	'schema'    => $read( 'config/schema/ddb_debt_overview.schema.yml' ),
	'settings'  => $read( 'config/install/ddb_debt_overview.settings.yml' ),
	'csp'       => Yaml::parseFile( $given['csp'] ),
	'cache'     => $build['#cache'],
	'element'   => $html,
	'page'      => "<!doctype html><html lang=\"da\"><head><meta charset=\"utf-8\"><title>Mellemværender</title>$head</head>"
		. "<body><main><div$of_block>$html</div></main><p>Under listen.</p>$foot</body></html>",
) );
