<?php
// A page of Drupal 10 or 11 with the module's block in it, as JSON: {"settings", "texts"?, "policy"}.
use Drupal\Core\Cache\CacheInMemory;
use Drupal\Core\Config\ConfigInMemory;
use Drupal\Core\Extension\LoadedModules;
use Drupal\Core\Render\AttachmentsInterface;
use Drupal\Core\Template\Attribute;
use Drupal\csp\Csp;
use Drupal\ddb_debt_overview\EventSubscriber\CspSubscriber;
use Drupal\ddb_debt_overview\OverviewBuilder;
use Drupal\ddb_debt_overview\Plugin\Block\DebtOverviewBlock;
use Psr\Log\NullLogger;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\RequestStack;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\Yaml\Yaml;
use Twig\Environment;
use Twig\Extension\EscaperExtension;
use Twig\Loader\FilesystemLoader;
use Twig\TwigFunction;

require __DIR__ . '/bootstrap.php';

$given = json_decode(stream_get_contents(STDIN), TRUE);
$read = fn (string $file) => Yaml::parseFile(MODULE . "/$file");

Drupal::$configFactory = new ConfigInMemory([
  'ddb_debt_overview.settings' => array_intersect_key($given, ['settings' => 1, 'texts' => 1]) + $read('config/install/ddb_debt_overview.settings.yml'),
]);
$requests = new RequestStack();
$requests->push(Request::create('/mig/mellemvaerender'));
$element = new DdbDebtOverview(MODULE . '/assets');
$builder = new OverviewBuilder($element, Drupal::$configFactory, new LoadedModules([]), $requests, new NullLogger(), new CacheInMemory());
$build = (new DebtOverviewBlock([], 'ddb_debt_overview', [], $builder))->build();

// A theme hook is given its own variables, and no others.
$variables = [];
foreach (ddb_debt_overview_theme()[$build['#theme']]['variables'] as $name => $default) {
  $variables[$name] = $build["#$name"] ?? $default;
}
$twig = new Environment(new FilesystemLoader(MODULE . '/templates'), ['strict_variables' => TRUE]);
$twig->getExtension(EscaperExtension::class)->addSafeClass(Attribute::class, ['html']);
$twig->addFunction(new TwigFunction('create_attribute', fn ($attributes) => new Attribute($attributes)));
$html = $twig->render(strtr($build['#theme'], '_', '-') . '.html.twig', $variables);

$head = '';
$libraries = ddb_debt_overview_library_info_build();
foreach ($build['#attached']['library'] as $name) {
  [, $key] = explode('/', $name);
  foreach ($libraries[$key]['css']['theme'] as $file => $options) {
    $head .= '<link rel="stylesheet" media="all"' . new Attribute(['href' => "/ddb_debt_overview/$file?q1w2e3"]) . '>';
  }
  foreach ($libraries[$key]['js'] ?? [] as $file => $options) {
    $attributes = ['src' => "/ddb_debt_overview/$file?v={$libraries[$key]['version']}"] + $options['attributes'];
    // Where it may be put in a file with others, it is.
    $head .= $options['preprocess'] ? '' : '<script' . new Attribute($attributes) . '></script>';
  }
}

$policy = new Csp($given['policy']);
$response = new class($build['#attached']) extends Response implements AttachmentsInterface {
  public function __construct(private array $attached) {
    parent::__construct();
  }
  public function getAttachments() {
    return $this->attached;
  }
};
(new CspSubscriber($builder, Drupal::$configFactory))->onPolicyAlter(new class($policy, $response) {
  public function __construct(private $policy, private $response) {}
  public function getPolicy() {
    return $this->policy;
  }
  public function getResponse() {
    return $this->response;
  }
});

echo json_encode([
  'policy' => $policy->getHeaderValue(),
  'element' => $html,
  'page' => "<!doctype html><html lang=\"da\"><head><meta charset=\"utf-8\"><title>Mellemværender</title>$head</head>"
    . "<body><main><div>$html</div></main><p>Under listen.</p></body></html>",
]);
