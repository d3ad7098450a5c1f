<?php

use Drupal\Core\Cache\CacheInMemory;
use Drupal\Core\Config\ConfigInMemory;
use Drupal\Core\Extension\LoadedModules;
use Drupal\Core\Render\AttachmentsInterface;
use Drupal\ddb_debt_overview\OverviewBuilder;
use Drupal\ddb_debt_overview\PackedFiles;
use PHPUnit\Framework\TestCase;
use Psr\Log\AbstractLogger;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\RequestStack;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\Yaml\Yaml;

/** A site with the module. */
abstract class ModuleTestCase extends TestCase {

  protected object $log;

  protected CacheInMemory $cache;

  protected function setUp(): void {
    Drupal::$configFactory = new ConfigInMemory([
      'ddb_debt_overview.settings' => Yaml::parseFile(MODULE . '/config/install/ddb_debt_overview.settings.yml'),
    ]);
    Drupal::$language = 'en';
    $this->cache = new CacheInMemory();
    $this->log = new class extends AbstractLogger {
      public array $all = [];
      public function log($level, $message, array $context = []): void {
        $this->all[] = strtr($message, $context);
      }
    };
    Drupal::$services = ['logger' => $this->log, 'ddb_debt_overview.element' => $this->element()];
    $this->site();
  }

  /** As services.yml says. */
  protected function element(): ?DdbDebtOverview {
    return PackedFiles::element();
  }

  /** The builder of a page at `$path`, where these modules are on. */
  protected function site(string $path = '/mig', array $modules = ['ddb_debt_overview']): OverviewBuilder {
    $requests = new RequestStack();
    $requests->push(Request::create($path));
    $handler = Drupal::$services['module_handler'] = new LoadedModules($modules);
    $builder = new OverviewBuilder($this->element(), Drupal::$configFactory, $handler, $requests, $this->log, $this->cache);
    return Drupal::$services['ddb_debt_overview.builder'] = $builder;
  }

  /** Runs with a file of the module away. */
  protected function withoutFile(string $file, callable $run): void {
    $path = MODULE . "/$file";
    rename($path, "$path.away");
    try {
      $run();
    }
    finally {
      rename("$path.away", $path);
    }
  }

  protected function set(array $values): void {
    Drupal::$configFactory->all['ddb_debt_overview.settings'] = $values + Drupal::$configFactory->all['ddb_debt_overview.settings'];
  }

  /** A response of a page with these libraries. */
  protected static function page(string ...$libraries): Response {
    return new class($libraries) extends Response implements AttachmentsInterface {
      public function __construct(private array $libraries) {
        parent::__construct('', 200, ['Content-Type' => 'text/html; charset=UTF-8']);
      }
      public function getAttachments() {
        return ['library' => $this->libraries];
      }
    };
  }

}
