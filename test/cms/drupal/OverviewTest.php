<?php

use Drupal\ddb_debt_overview\OverviewBuilder;
use Drupal\ddb_debt_overview\Plugin\Block\DebtOverviewBlock;
use Drupal\ddb_debt_overview\Controller\OverviewController;
use Drupal\ddb_debt_overview\Routing\PageRoute;
use Drupal\ddb_debt_overview\StoredSettings;

require_once __DIR__ . '/ModuleTestCase.php';

final class OverviewTest extends ModuleTestCase {

  public function testStoresTextsWithoutKeysThatHaveADot(): void {
    $settings = [
      'feesUrl' => '/gebyrer',
      'mobilepay' => TRUE,
      'registrationHours' => 24,
      'texts' => ['oir.go' => 'Betal', 'da' => ['oir.go' => 'Betal på {name}', 'intro.before' => '']],
    ];
    $stored = StoredSettings::write($this->element()->normalise($settings));
    foreach ($stored as $key => $value) {
      Drupal::config('ddb_debt_overview.settings')->set($key, $value);
    }
    $read = StoredSettings::read(Drupal::config('ddb_debt_overview.settings')->get());
    $this->assertEquals(['registrationHours' => '24', 'mobilepay' => 'true'] + $settings, $read);
    $this->assertSame($this->element()->normalise($read)['mobilepay'], TRUE);
  }

  public function testShowsOnlyAttributesOfTheElement(): void {
    $this->set(['settings' => ['feesUrl' => '/gebyrer', 'onclick' => 'alert(1)', 'style' => 'x', 'switchDate' => '2021-12-01']]);
    $attributes = $this->site()->build()['#settings'];
    $this->assertSame(['fees-url' => '/gebyrer', 'switch-date' => '2021-12-01'], $attributes);
  }

  public function testLogsOnceWhatTheFormWouldRefuse(): void {
    $this->set([
      'settings' => ['switchDate' => '1638316800', 'onclick' => 'alert(1)'],
      'texts' => [['language' => 'da', 'key' => 'oir.got', 'text' => 'Betal']],
    ]);
    $this->site()->build();
    $this->assertCount(3, $this->log->all);
    $this->assertStringStartsWith('switchDate: ', $this->log->all[0]);
    $this->assertStringStartsWith('onclick: ', $this->log->all[1]);
    $this->assertStringStartsWith('texts.da.oir.got: ', $this->log->all[2]);
    $this->site('/other')->build();
    $this->assertCount(3, $this->log->all);
    $this->cache->invalidate('config:ddb_debt_overview.settings');
    $this->site()->build();
    $this->assertCount(6, $this->log->all);
  }

  public function testIsCachedForAllPatronsUntilTheSettingsChange(): void {
    $cache = $this->site()->build()['#cache'];
    $this->assertSame(['contexts' => ['url.path'], 'tags' => ['config:ddb_debt_overview.settings']], $cache);
  }

  public function testComesBackFromTheLoginToThePageThatWasAskedFor(): void {
    // On a page for a 403 or 404, the request keeps its path, but the route <current> is the error page's.
    $build = $this->site('/findes/ikke?ddb-order=1')->build();
    $this->assertSame('/user/login?destination=/findes/ikke', $build['#login_url']);
  }

  public function testTheBlockReplacesSettingsOfTheSite(): void {
    $this->set(['settings' => ['feesUrl' => '/gebyrer', 'view' => 'full', 'headingLevel' => '3']]);
    $of = fn (array $configuration): array => (new DebtOverviewBlock($configuration, 'x', [], $this->site()))->build()['#settings'];
    $this->assertSame(['fees-url' => '/gebyrer', 'view' => 'full', 'heading-level' => '3'], $of([]));
    $summary = $of(['view' => 'summary', 'heading_level' => '4']);
    $this->assertSame('summary', $summary['view']);
    $this->assertSame('4', $summary['heading-level']);
    $this->assertSame('/user/me/debts', $summary['overview-url']);
  }

  public function testThePageHasTheElementsHeadingAsItsOwn(): void {
    $this->set(['settings' => ['feesUrl' => '/gebyrer', 'view' => 'summary']]);
    $build = (new OverviewController($this->site()))->page();
    $this->assertSame('1', $build['#settings']['heading-level']);
    $this->assertSame('full', $build['#settings']['view']);
    Drupal::$route = 'ddb_debt_overview.page';
    $variables = ['title' => 'Debts'];
    ddb_debt_overview_preprocess_page_title($variables);
    $this->assertSame('', $variables['title']);
    Drupal::$route = 'entity.node.canonical';
    $variables = ['title' => 'Om os'];
    ddb_debt_overview_preprocess_page_title($variables);
    $this->assertSame('Om os', $variables['title']);
  }

  public function testThePageIsWhereTheSettingsSay(): void {
    $paths = function (): array {
      $routes = (new PageRoute(Drupal::$configFactory))->routes();
      return array_map(fn ($route) => $route->getPath(), $routes);
    };
    $this->assertSame(['ddb_debt_overview.page' => '/user/me/debts'], $paths());
    $this->set(['page' => '/mig/gaeld']);
    $this->assertSame(['ddb_debt_overview.page' => '/mig/gaeld'], $paths());
    $this->set(['page' => '']);
    $this->assertSame([], $paths());
  }

  public function testTheScriptsHaveTheirPackedVersionAndHashes(): void {
    $libraries = ddb_debt_overview_library_info_build();
    ['version' => $version, 'files' => $files] = json_decode(file_get_contents(MODULE . '/assets/integrity.json'), TRUE);
    $overview = $libraries['overview'];
    $this->assertSame($version, $overview['version']);
    $this->assertSame(["assets/ddb-debt-overview-$version.start.js", "assets/ddb-debt-overview-$version.js"], array_keys($overview['js']));
    foreach ($overview['js'] as $file => $options) {
      $this->assertSame($files[basename($file)], $options['attributes']['integrity']);
      $this->assertFalse($options['preprocess']);
      $this->assertTrue($options['attributes']['defer']);
    }
    $this->assertArrayHasKey('theme.dpl', $libraries);
    $this->assertSame(['ddb_debt_overview/overview'], $this->site()->build()['#attached']['library']);
    $this->set(['theme' => 'dpl']);
    $this->assertSame(['ddb_debt_overview/overview', 'ddb_debt_overview/theme.dpl'], $this->site()->build()['#attached']['library']);
  }

  public function testTheStatusReportSaysWhatIsMissing(): void {
    $report = fn (): array => ddb_debt_overview_requirements('runtime')['ddb_debt_overview'];
    $this->assertSame(REQUIREMENT_WARNING, $report()['severity']);
    $this->assertStringStartsWith('Address for debts: ', $report()['description'][0]['#items'][0]);
    $this->set(['settings' => ['feesUrl' => '/gebyrer']]);
    $this->assertSame(REQUIREMENT_OK, $report()['severity']);
    $this->set(['settings' => ['feesUrl' => '/gebyrer', 'previewDate' => '2021-12-01']]);
    $this->assertStringContainsString('2021-12-01', $report()['description'][0]['#items'][0]);
    $this->set(['settings' => ['feesUrl' => '/gebyrer', 'helpUrl' => 'javascript:alert(1)']]);
    $this->assertSame(REQUIREMENT_ERROR, $report()['severity']);
    $script = glob(MODULE . '/assets/*.start.js')[0];
    $bytes = file_get_contents($script);
    try {
      file_put_contents($script, "$bytes ");
      $this->assertSame(REQUIREMENT_ERROR, $report()['severity']);
      $this->assertStringContainsString(basename($script), $report()['description']);
    }
    finally {
      file_put_contents($script, $bytes);
    }
  }

  /** @dataProvider neededFiles */
  public function testALostFileIsALineInTheStatusReportAndNoFatalError(string $file): void {
    $settings = ['feesUrl' => '/gebyrer', 'dibsPaymentUrl' => '/payment/start'];
    $this->set(['settings' => $settings, 'texts' => [['language' => 'da', 'key' => 'oir.go', 'text' => 'Betal']]]);
    $this->withoutFile($file, function (): void {
      foreach (['install', 'runtime'] as $phase) {
        $said = ddb_debt_overview_requirements($phase)['ddb_debt_overview'];
        $this->assertSame(REQUIREMENT_ERROR, $said['severity']);
        // Extend shows a value as the version.
        $this->assertArrayNotHasKey('value', $said);
      }
      $this->assertSame(REQUIREMENT_ERROR, ddb_debt_overview_dpl_requirements('install')['ddb_debt_overview']['severity']);
      $this->assertSame([], ddb_debt_overview_library_info_build());
      $build = (new OverviewController($this->site()))->page();
      $this->assertStringContainsString('Ask your library', $build['#markup']);
      $this->assertSame(0, $build['#cache']['max-age']);
      $this->assertArrayNotHasKey('#attached', $build);
      // Of a page that was cached before, the policy is still asked for.
      $this->assertSame([], $this->site()->settings());
    });
    $this->assertSame([], ddb_debt_overview_requirements('install'));
    $this->assertSame([], ddb_debt_overview_dpl_requirements('install'));
  }

  public function neededFiles(): array {
    return [['includes/DdbDebtOverview.php'], ['assets/settings.schema.json']];
  }

  public function testTakesOverTheSettingsFromBeforeTheForm(): void {
    Drupal::$configFactory->all['ddb_debt_overview.settings'] = [
      'attributes' => ['fees-url' => '/patron/fees', 'onclick' => 'alert(1)', 'switch-date' => '2021-12-01'],
      'config' => '{"texts": {"da": {"oir.go": "Betal på {name}"}}}',
    ];
    $this->assertStringContainsString('onclick', ddb_debt_overview_update_10001());
    $config = Drupal::config('ddb_debt_overview.settings')->get();
    $this->assertSame(['feesUrl' => '/patron/fees', 'switchDate' => '2021-12-01'], $config['settings']);
    $this->assertSame([['language' => 'da', 'key' => 'oir.go', 'text' => 'Betal på {name}']], $config['texts']);
    $this->assertSame('', $config['page']);
    // A second time, there is nothing left to do.
    $this->assertNull(ddb_debt_overview_update_10001());
  }

  public function testSaysInTheLogThatTheOldJsonWasBroken(): void {
    Drupal::$configFactory->all['ddb_debt_overview.settings'] = [
      'attributes' => ['fees-url' => '/patron/fees'],
      'config' => '{"texts": {"da": {"oir.go": "Betal"},}}',
    ];
    $this->assertStringContainsString('JSON', ddb_debt_overview_update_10001());
    $this->assertStringContainsString('JSON', $this->log->all[0]);
    $this->assertSame(['feesUrl' => '/patron/fees'], Drupal::config('ddb_debt_overview.settings')->get('settings'));
  }

}
