<?php

use Drupal\Core\Form\SentForm;
use Drupal\Core\Language\LanguageManager;
use Drupal\Core\Routing\RouteProviderInterface;
use Drupal\ddb_debt_overview\Form\SettingsForm;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\Routing\Route;

require_once __DIR__ . '/ModuleTestCase.php';

final class SettingsFormTest extends ModuleTestCase {

  private function form(): SettingsForm {
    $routes = $this->createStub(RouteProviderInterface::class);
    $routes->method('getRoutesByPattern')->willReturnCallback(
      fn ($path) => $path === '/user/login' ? ['user.login' => new Route($path)] : []
    );
    $services = ['ddb_debt_overview.element' => $this->element()] + Drupal::$services + ['language_manager' => new LanguageManager(), 'router.route_provider' => $routes];
    $container = $this->createStub(ContainerInterface::class);
    $container->method('get')->willReturnCallback(fn ($name) => $services[$name]);
    return SettingsForm::create($container);
  }

  /** The form as it is shown, by the name of each field. */
  private function fields(): array {
    $fields = [];
    $collect = function (array $elements, array $parents) use (&$collect, &$fields): void {
      foreach ($elements as $name => $element) {
        if (is_array($element) && ((string) $name)[0] !== '#') {
          $own = $element['#parents'] ?? [...$parents, $name];
          $fields[implode('][', $own)] = $element;
          $collect($element, $own);
        }
      }
    };
    $form = $this->form()->buildForm([], new SentForm());
    $collect($form, []);
    return $fields;
  }

  /** What a browser sends where nobody has changed anything, and these changes. */
  private function sent(array $changes = []): SentForm {
    $values = ['place' => ['page' => '', 'theme' => '', 'image_origins' => ''], 'no_text' => []];
    foreach ($this->fields() as $name => $field) {
      $at = &$values;
      foreach (isset($field['#default_value']) ? explode('][', $name) : [] as $parent) {
        $at = &$at[$parent];
      }
      if (isset($field['#default_value'])) {
        $at = $field['#default_value'];
      }
      unset($at);
    }
    return new SentForm(array_replace_recursive($values, $changes));
  }

  private function save(array $changes): array {
    [$form, $state] = [$this->form(), $this->sent($changes)];
    $elements = [];
    $form->validateForm($elements, $state);
    if (!$state->errors) {
      $form->submitForm($elements, $state);
    }
    return $state->errors;
  }

  public function testHasAFieldForEachSettingAndEachText(): void {
    $fields = array_keys($this->fields());
    $schema = $this->element()->schema();
    $this->assertSame([], array_diff(
      preg_replace('/^/', 'settings][', array_diff(array_keys($schema['properties']), ['texts'])),
      $fields
    ));
    foreach (['da', 'en'] as $language) {
      $texts = array_keys($schema['$defs']['texts']['properties']);
      $this->assertSame([], array_diff(preg_replace('/^/', "texts][$language][", $texts), $fields));
    }
  }

  public function testSavesNothingWhereNothingWasWritten(): void {
    $this->assertSame([], $this->save([]));
    $config = Drupal::config('ddb_debt_overview.settings');
    $this->assertSame([[], []], [$config->get('settings'), $config->get('texts')]);
    $this->assertSame('/user/me/debts', $config->get('page'));
  }

  public function testKeepsWhatWasSavedWhenTheFormIsSavedAgain(): void {
    $this->assertSame([], $this->save([
      'settings' => ['feesUrl' => ' /gebyrer ', 'mobilepay' => 1, 'systems' => 'oir', 'registrationHours' => '24'],
      'texts' => ['da' => ['oir.go' => 'Betal på {name}']],
      'no_text' => ['en' => ['intro.before' => 1]],
      'place' => ['theme' => 'dpl', 'page' => '/mig/gaeld'],
    ]));
    $saved = Drupal::config('ddb_debt_overview.settings')->get();
    $this->assertEquals(['feesUrl' => '/gebyrer', 'mobilepay' => 'true', 'systems' => 'oir', 'registrationHours' => '24'], $saved['settings']);
    $this->assertContains(['language' => 'en', 'key' => 'intro.before', 'text' => ''], $saved['texts']);
    $this->assertSame([], $this->save([]));
    $this->assertEquals($saved, Drupal::config('ddb_debt_overview.settings')->get());
  }

  public function testShowsNothingInOneLanguageAlone(): void {
    $texts = [
      ['language' => 'da', 'key' => 'intro.before', 'text' => ''],
      ['language' => 'da', 'key' => 'intro.after', 'text' => 'Efter'],
      ['language' => 'en', 'key' => 'intro.before', 'text' => 'Before'],
      ['language' => 'en', 'key' => 'intro.after', 'text' => ''],
    ];
    $this->set(['texts' => $texts]);
    $this->assertSame([], $this->save([]));
    $this->assertEqualsCanonicalizing($texts, Drupal::config('ddb_debt_overview.settings')->get('texts'));
  }

  public function testSaysWhatIsWrongAtTheField(): void {
    $errors = $this->save([
      'settings' => ['feesUrl' => 'javascript:alert(1)', 'switchDate' => '2021-02-29', 'oirPaymentUrl' => 'http://betaling.example'],
      'texts' => ['da' => ['oir.go' => '{nam}']],
      'place' => ['page' => 'gaeld', 'image_origins' => 'https://a.example/path'],
    ]);
    $fields = ['settings][feesUrl', 'settings][switchDate', 'settings][oirPaymentUrl', 'texts][da][oir.go', 'place][page', 'place][image_origins'];
    $this->assertEqualsCanonicalizing($fields, array_keys($errors));
    $this->assertStringStartsWith('Address for debts: ', $errors['settings][feesUrl']);
    $this->assertStringContainsString('(da): ', $errors['texts][da][oir.go']);
    $this->assertSame([], Drupal::config('ddb_debt_overview.settings')->get('settings'));
  }

  public function testTakesThePlaceOfNoOtherPage(): void {
    $this->assertArrayHasKey('place][page', $this->save(['place' => ['page' => '/user/login']]));
  }

  public function testWarnsOfAPreviewThatEverybodySees(): void {
    $this->set(['settings' => ['feesUrl' => '/gebyrer', 'previewDate' => '2021-12-01']]);
    $form = $this->form();
    $form->buildForm([], new SentForm());
    $this->assertStringContainsString('2021-12-01', strip_tags($form->messenger()->all[0]));
  }

  public function testSaysWhatIsWrongInDeployedSettings(): void {
    $this->set(['settings' => ['helpUrl' => 'javascript:alert(1)']]);
    $form = $this->form();
    $form->buildForm([], new SentForm());
    $this->assertStringStartsWith('error: Contact and help: ', $form->messenger()->all[0]);
    $this->assertStringStartsWith('warning: Address for debts: ', $form->messenger()->all[1]);
  }

  public function testShowsNoFieldsWhereFilesHaveBeenLost(): void {
    $this->withoutFile('includes/DdbDebtOverview.php', function (): void {
      $this->assertStringContainsString('status report', $this->fields()['missing']['#markup']);
      [$form, $state] = [[], new SentForm()];
      $this->form()->validateForm($form, $state);
      $this->assertSame([], $state->errors);
    });
  }

  private function import(string $json): array {
    [$form, $state] = [$this->form(), new SentForm(['json' => ['import' => $json]])];
    $elements = ['json' => ['import' => []]];
    $form->validateImport($elements, $state);
    if (!$state->errors) {
      $form->submitImport($elements, $state);
    }
    return array_merge(array_values($state->errors), $form->messenger()->all);
  }

  public function testImportsWhatItExports(): void {
    $this->set(['settings' => ['feesUrl' => '/gebyrer'], 'texts' => [['language' => 'da', 'key' => 'oir.go', 'text' => 'Betal']]]);
    $export = $this->fields()['json][export']['#value'];
    $before = Drupal::config('ddb_debt_overview.settings')->get();
    $this->set(['settings' => ['helpUrl' => '/kontakt'], 'texts' => []]);
    $this->assertSame(['status: The settings have been imported.'], $this->import($export));
    $this->assertEquals($before, Drupal::config('ddb_debt_overview.settings')->get());
  }

  public function testRefusesBrokenJsonAndUnknownNames(): void {
    $before = Drupal::config('ddb_debt_overview.settings')->get();
    $this->assertStringContainsString('JSON', $this->import('{"feesUrl": "/gebyrer",}')[0]);
    $said = $this->import('{"feesUrl": "/gebyrer", "onclick": "alert(1)", "texts": {"da": {"oir.got": "x"}}}');
    $this->assertCount(2, $said);
    $this->assertStringContainsString('onclick', $said[0]);
    $this->assertStringContainsString('oir.got', $said[1]);
    $this->assertSame($before, Drupal::config('ddb_debt_overview.settings')->get());
  }

}
