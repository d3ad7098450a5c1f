<?php

namespace Drupal\ddb_debt_overview\Form;

use Drupal\Component\Utility\NestedArray;
use Drupal\Core\Form\ConfigFormBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\Language\LanguageManagerInterface;
use Drupal\Core\Routing\RouteProviderInterface;
use Drupal\ddb_debt_overview\OverviewBuilder;
use Drupal\ddb_debt_overview\StoredSettings;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * The form with every setting.
 *
 * They are grouped and explained as in the workbench, by the schema.
 */
class SettingsForm extends ConfigFormBase {

  /**
   * Validates settings, and knows their labels.
   */
  protected ?\DdbDebtOverview $element;

  /**
   * Adds what other modules set.
   */
  protected OverviewBuilder $builder;

  /**
   * Says in which language the labels are shown.
   */
  protected LanguageManagerInterface $languageManager;

  /**
   * Finds other pages at the path of the page.
   */
  protected RouteProviderInterface $routeProvider;

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container): static {
    $form = parent::create($container);
    $form->element = $container->get('ddb_debt_overview.element');
    $form->builder = $container->get('ddb_debt_overview.builder');
    $form->languageManager = $container->get('language_manager');
    $form->routeProvider = $container->get('router.route_provider');
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function getFormId(): string {
    return 'ddb_debt_overview_settings';
  }

  /**
   * {@inheritdoc}
   */
  protected function getEditableConfigNames(): array {
    return ['ddb_debt_overview.settings'];
  }

  /**
   * The language of the labels: Danish or English.
   */
  private function language(): string {
    return $this->element::language($this->languageManager->getCurrentLanguage()->getId());
  }

  /**
   * {@inheritdoc}
   */
  public function buildForm(array $form, FormStateInterface $form_state): array {
    if (!$this->element) {
      $form['missing'] = ['#markup' => $this->t('The status report says what is wrong.')];
      return $form;
    }
    $config = $this->config('ddb_debt_overview.settings');
    $settings = StoredSettings::read($config->get());
    $form['#tree'] = TRUE;
    if (!$form_state->getUserInput()) {
      $this->warn();
    }
    foreach ($this->element->groups($this->language()) as $id => $group) {
      $form['settings'][$id] = [
        '#type' => 'details',
        '#title' => $group['title'],
        '#description' => $group['lead'],
        '#open' => $id !== 'admin' || isset($settings['previewDate']),
      ];
      foreach ($group['fields'] as $name => $field) {
        $form['settings'][$id][$name] = self::field($field, $settings[$name] ?? '');
        $form['settings'][$id][$name]['#parents'] = ['settings', $name];
      }
    }
    $form['texts'] = [
      '#type' => 'details',
      '#title' => $this->t('Your own words'),
      '#description' => $this->t('Leave a field empty to keep the sentence that is shown in it.'),
    ];
    $form['texts'] += $this->textFields($settings['texts'] ?? []);
    $form['place'] = $this->placeFields();
    $form['json'] = $this->jsonFields($settings);
    return parent::buildForm($form, $form_state);
  }

  /**
   * Warns of a preview, and of settings that make no sense together.
   */
  private function warn(): void {
    $settings = $this->builder->settings();
    if (isset($settings['previewDate'])) {
      $date = ['%date' => $settings['previewDate']];
      $this->messenger()->addWarning($this->t('This is a preview: everybody sees the page as on %date, with a banner, and nobody can pay. Empty the field “Day of the preview” before you use it.', $date));
    }
    foreach ($this->element->problems($settings, $this->language()) as $problem) {
      $message = $this->builder->described($problem, $this->language());
      $problem['blocks'] ? $this->messenger()->addError($message) : $this->messenger()->addWarning($message);
    }
  }

  /**
   * A field for a setting.
   */
  private static function field(array $field, string $value): array {
    $element = [
      '#title' => $field['label'],
      '#description' => $field['explains'],
      '#default_value' => $value,
    ];
    switch ($field['kind']) {
      case 'flag':
        return ['#type' => 'checkbox', '#default_value' => $value !== ''] + $element;

      case 'choice':
        // The first option is the default, and an empty value is not set.
        $options = $field['options'];
        $element['#default_value'] = $value ?: array_key_first($options);
        return ['#type' => 'select', '#options' => $options] + $element;

      case 'date':
        return ['#type' => 'date'] + $element;

      case 'number':
        return $element + [
          '#type' => 'textfield',
          '#size' => 8,
          '#placeholder' => $field['default'] ?? '',
          '#attributes' => ['inputmode' => 'decimal'],
        ];
    }
    return ['#type' => 'textfield', '#maxlength' => 2000, '#placeholder' => $field['example'] ?? ''] + $element;
  }

  /**
   * Two fields for each text, with its default as the placeholder.
   */
  private function textFields(array $texts): array {
    $names = ['da' => $this->t('Danish'), 'en' => $this->t('English')];
    $fields = [];
    foreach ($this->element->textGroups($this->language()) as $number => $group) {
      $fields[$number] = ['#type' => 'details', '#title' => $group['title']];
      foreach ($group['texts'] as $key => $text) {
        $description = $text['placeholders']
          ? $this->t('You can use @placeholders.', ['@placeholders' => '{' . implode('}, {', $text['placeholders']) . '}'])
          : NULL;
        $fields[$number][$key] = ['#type' => 'fieldset', '#title' => $text['location'], '#description' => $description];
        foreach ($this->element->textLanguages() as $language) {
          $fields[$number][$key][$language] = [
            '#type' => 'textfield',
            '#title' => $names[$language] ?? $language,
            '#maxlength' => 2000,
            '#placeholder' => $text['default'][$language],
            '#default_value' => $texts[$language][$key] ?? $texts[$key] ?? '',
            // An empty text is not the same as none.
            '#parents' => ['texts', $language, $key],
          ];
          if ($text['optional']) {
            $fields[$number][$key]["no_$language"] = [
              '#type' => 'checkbox',
              '#title' => $this->t('Show nothing here (@language)', ['@language' => $names[$language] ?? $language]),
              '#default_value' => ($texts[$language][$key] ?? $texts[$key] ?? NULL) === '',
              '#parents' => ['no_text', $language, $key],
            ];
          }
        }
      }
    }
    return $fields;
  }

  /**
   * The settings of the module itself.
   */
  private function placeFields(): array {
    $config = $this->config('ddb_debt_overview.settings');
    $themes = $this->element->themes();
    return [
      '#type' => 'details',
      '#title' => $this->t('Where it is shown'),
      '#open' => TRUE,
      '#description' => $this->t('As a page of its own, and wherever you place the block “Debt overview”.'),
      'page' => [
        '#type' => 'textfield',
        '#title' => $this->t('Address of the page'),
        '#description' => $this->t('Begins with a slash. Leave it empty if you place the block instead.'),
        '#default_value' => $config->get('page'),
        '#placeholder' => '/user/me/debts',
      ],
      'theme' => [
        '#type' => 'select',
        '#title' => $this->t('Look of the overview'),
        '#empty_value' => '',
        '#empty_option' => $this->t('Plain'),
        '#options' => array_combine($themes, $themes),
        '#default_value' => $config->get('theme'),
        '#description' => $this->t('“dpl” is made for DPL CMS, “ddbasic” for DDB CMS.'),
      ],
      'image_origins' => [
        '#type' => 'textfield',
        '#title' => $this->t('Where cover images come from'),
        '#maxlength' => 2000,
        '#default_value' => $config->get('image_origins'),
        '#placeholder' => 'https://covers.example',
        '#description' => $this->t('Only for the module Content-Security-Policy: added to its policy on pages with the overview. Put spaces between several.'),
      ],
    ];
  }

  /**
   * What the workbench gives and takes.
   */
  private function jsonFields(array $settings): array {
    return [
      '#type' => 'details',
      '#title' => $this->t('Import and export'),
      '#description' => $this->t('In the same JSON as the workbench.'),
      'export' => [
        '#type' => 'textarea',
        '#title' => $this->t('The saved settings'),
        '#value' => $this->element->export($settings),
        '#rows' => 8,
        '#attributes' => ['readonly' => 'readonly'],
      ],
      'import' => [
        '#type' => 'textarea',
        '#title' => $this->t('Settings from the workbench'),
        '#description' => $this->t('They take the place of all settings and words above. Where the page is shown stays as it is.'),
        '#rows' => 8,
      ],
      'submit' => [
        '#type' => 'submit',
        '#value' => $this->t('Import settings'),
        '#name' => 'import',
        '#validate' => ['::validateImport'],
        '#submit' => ['::submitImport'],
        '#limit_validation_errors' => [['json', 'import']],
      ],
    ];
  }

  /**
   * {@inheritdoc}
   */
  public function validateForm(array &$form, FormStateInterface $form_state): void {
    parent::validateForm($form, $form_state);
    if (!$this->element) {
      return;
    }
    $settings = $this->submittedSettings($form_state);
    foreach ($this->element->problems($settings, $this->language()) as $problem) {
      if ($problem['blocks']) {
        $form_state->setErrorByName(self::fieldOf($problem['field']), $this->builder->described($problem, $this->language()));
      }
    }
    $page = trim($form_state->getValue(['place', 'page']));
    if ($page !== '' && !preg_match('~^(/[a-z0-9_.-]+)+$~i', $page)) {
      $form_state->setErrorByName('place][page', $this->t('Write a path that begins with a slash, e.g. /user/me/debts.'));
    }
    elseif ($page !== '' && $this->isTaken($page)) {
      $form_state->setErrorByName('place][page', $this->t('There is another page at %path.', ['%path' => $page]));
    }
    foreach (preg_split('/\s+/', $form_state->getValue(['place', 'image_origins']), -1, PREG_SPLIT_NO_EMPTY) as $origin) {
      if (!preg_match('~^https://[a-z0-9.*-]+(:\d+)?$~i', $origin)) {
        $form_state->setErrorByName('place][image_origins', $this->t('Write origins, e.g. https://covers.example.'));
      }
    }
  }

  /**
   * Whether another route has this path.
   */
  private function isTaken(string $path): bool {
    foreach ($this->routeProvider->getRoutesByPattern($path) as $name => $route) {
      if ($name !== 'ddb_debt_overview.page' && $route->getPath() === $path) {
        return TRUE;
      }
    }
    return FALSE;
  }

  /**
   * The name of the form's field for a setting or a text.
   *
   * A text is called `texts.da.oir.go`.
   */
  private static function fieldOf(string $field): string {
    $parts = explode('.', $field, 3);
    return $parts[0] === 'texts' ? implode('][', $parts) : "settings][$field";
  }

  /**
   * The settings that were written into the form.
   */
  private function submittedSettings(FormStateInterface $form_state): array {
    $settings = $form_state->getValue('settings');
    foreach ($this->element->groups('en') as $group) {
      foreach ($group['fields'] as $name => $field) {
        if ($field['kind'] === 'flag') {
          $settings[$name] = (bool) $settings[$name];
        }
        elseif ($field['kind'] === 'choice' && $settings[$name] === (string) array_key_first($field['options'])) {
          $settings[$name] = '';
        }
      }
    }
    foreach ($form_state->getValue('texts') as $language => $texts) {
      foreach (array_filter(array_map('trim', $texts), 'strlen') as $key => $text) {
        $settings['texts'][$language][$key] = $text;
      }
      foreach (array_keys(array_filter($form_state->getValue(['no_text', $language]) ?? [])) as $key) {
        $settings['texts'][$language][$key] = '';
      }
    }
    return $this->element->normalise($settings);
  }

  /**
   * {@inheritdoc}
   */
  public function submitForm(array &$form, FormStateInterface $form_state): void {
    parent::submitForm($form, $form_state);
    $this->save($this->submittedSettings($form_state), array_map('trim', [
      'page' => $form_state->getValue(['place', 'page']),
      'theme' => $form_state->getValue(['place', 'theme']),
      'image_origins' => $form_state->getValue(['place', 'image_origins']),
    ]));
  }

  /**
   * Validates the JSON as the form does its fields.
   */
  public function validateImport(array &$form, FormStateInterface $form_state): void {
    $imported = $this->element->import($form_state->getValue(['json', 'import']), $this->language());
    $problems = $imported['problems'];
    if ($imported['settings'] !== NULL) {
      $found = $this->element->problems($imported['settings'], $this->language());
      $problems = [...$problems, ...array_filter($found, static fn (array $problem): bool => $problem['blocks'])];
    }
    $blocking = array_filter($problems, static fn (array $problem): bool => $problem['blocks']);
    foreach ($blocking ?: $problems as $problem) {
      $message = $problem['field'] === 'json' ? $problem['message'] : $this->builder->described($problem, $this->language());
      if ($blocking) {
        // One field has one error; the others are said beside it.
        $form_state->getError(NestedArray::getValue($form, ['json', 'import']))
          ? $this->messenger()->addError($message)
          : $form_state->setErrorByName('json][import', $message);
      }
      else {
        $this->messenger()->addWarning($message);
      }
    }
    $form_state->set('imported', $imported['settings']);
  }

  /**
   * Saves what was imported.
   */
  public function submitImport(array &$form, FormStateInterface $form_state): void {
    $this->save($form_state->get('imported'), []);
    $this->messenger()->addStatus($this->t('The settings have been imported.'));
  }

  /**
   * Saves settings, and what is given of the module's own.
   */
  private function save(array $settings, array $place): void {
    $config = $this->config('ddb_debt_overview.settings');
    foreach (StoredSettings::write($settings) + $place as $key => $value) {
      $config->set($key, $value);
    }
    $config->save();
  }

}
