<?php

// phpcs:disable WordPress.WP.AlternativeFunctions -- This class knows no framework, and reads local files only.

/**
 * The settings of <ddb-debt-overview>, for the modules of all systems: validates them, writes the element, and finds the
 * packed files. PHP 7.0 and later, without a framework.
 *
 * "Settings" are an array by the names of settings.schema.json, as `['feesUrl' => '/gebyrer', 'texts' => ['da' => [...]]]`.
 * A language is `da` or `en`.
 */
class DdbDebtOverview {

  const MESSAGES = [
    'da' => [
      'unknown' => 'Der er ingen indstilling, der hedder »{value}«.',
      'unknown text' => 'Der er ingen tekst og intet sprog, der hedder »{value}«.',
      'not text' => 'Her skal der stå almindelig tekst.',
      'not texts' => 'Her skal der stå tekster, hver med sit navn.',
      'empty' => 'Teksten må ikke være tom.',
      'required' => 'Teksten skal indeholde {value}.',
      'placeholder' => '{value} kan ikke bruges i denne tekst.',
      'placeholders' => '{value} kan ikke bruges i denne tekst, kun {known}.',
      'needs' => '{value} kan først bruges, når »{setting}« er udfyldt.',
      'dates' => 'Den gamle betaling slutter før skæringsdatoen. Intet kan betales her fra den dag.',
      'no overview' => 'Den korte visning har brug for et link til hele oversigten.',
      'no fees' => 'Der mangler en adresse at hente mellemværender fra. Lånerne får at vide, at de ikke kunne hentes.',
      'JSON' => 'Det er ikke gyldig JSON ({value}). Måske er der et komma eller et anførselstegn for meget eller for lidt.',
      'JSON object' => 'Det er ikke en opsætning. Indsæt den JSON, som prøvebordet giver.',
      'not imported' => 'Dette kendes ikke her og er ikke taget med: {value}.',
    ],
    'en' => [
      'unknown' => 'There is no setting called “{value}”.',
      'unknown text' => 'There is no text and no language called “{value}”.',
      'not text' => 'This must be plain text.',
      'not texts' => 'This must be texts, each with its name.',
      'empty' => 'The text may not be empty.',
      'required' => 'The text must have {value} in it.',
      'placeholder' => '{value} cannot be used in this text.',
      'placeholders' => '{value} cannot be used in this text, only {known}.',
      'needs' => '{value} can only be used once “{setting}” is filled in.',
      'dates' => 'The old payment ends before the switch date. Nothing can be paid here from that day.',
      'no overview' => 'The short view needs a link to the whole overview.',
      'no fees' => 'There is no address to fetch debts from. Patrons are told that they could not be fetched.',
      'JSON' => 'This is not valid JSON ({value}). There may be a comma or a quotation mark too many or too few.',
      'JSON object' => 'This is not a set of settings. Paste the JSON that the workbench gives.',
      'not imported' => 'This is not known here and has been left out: {value}.',
    ],
  ];

  private $folder;

  private $schema;

  /** @param string $folder the folder of the packed files: the schema, the scripts, their hashes, the themes */
  public function __construct($folder) {
    $this->folder = rtrim($folder, '/');
  }

  /** The JSON Schema as an array; empty where the file is missing. */
  public function schema() {
    if ($this->schema === NULL) {
      $this->schema = $this->json('settings.schema.json');
    }
    return $this->schema;
  }

  /** `da` for any tag of Danish, as `da-DK` or `da_DK`, else `en`. */
  public static function language($tag) {
    return preg_match('/^da([-_]|$)/i', (string) $tag) ? 'da' : 'en';
  }

  // For a form.

  /**
   * The groups of settings for a form, in their order: `id`, `title`, `lead` and `fields`. A field has `name`, `attribute`,
   * `kind` (text, url, date, number, choice, flag), `label`, `explains`, `takes`, and where there are any `default`,
   * `example` and `options` (label by value).
   */
  public function groups($language) {
    $groups = [];
    foreach ($this->schema()['x-groups'] ?? [] as $group) {
      $fields = [];
      foreach ($group['settings'] as $name) {
        $fields[$name] = $this->field($name, $language);
      }
      $groups[$group['id']] = [
        'id' => $group['id'],
        'title' => $group['title'][$language],
        'lead' => $group['lead'][$language],
        'fields' => $fields,
      ];
    }
    return $groups;
  }

  private function field($name, $language) {
    $property = $this->schema()['properties'][$name];
    $field = [
      'name' => $name,
      'attribute' => $property['x-attribute'],
      'kind' => $property['x-kind'],
      'label' => $property['x-label'][$language],
      'explains' => $property['x-explains'][$language],
      'takes' => $property['x-takes'][$language],
    ];
    if (isset($property['default'])) {
      $field['default'] = (string) $property['default'];
    }
    if (isset($property['examples']) && is_string($property['examples'][0])) {
      $field['example'] = $property['examples'][0];
    }
    foreach ($property['x-options'] ?? [] as $option) {
      $field['options'][$option['value']] = $option['label'][$language];
    }
    return $field;
  }

  /**
   * The groups of texts for a form: `title` and `texts`. A text has `key`, `location` (where it is shown), `default` (by
   * language), `placeholders` and `optional` (it may be empty).
   */
  public function textGroups($language) {
    $groups = [];
    $texts = $this->schema()['$defs']['texts']['properties'] ?? [];
    foreach ($this->schema()['x-text-groups'] ?? [] as $group) {
      $own = [];
      foreach ($group['keys'] as $key) {
        $own[$key] = [
          'key' => $key,
          'location' => $texts[$key]['x-location'][$language],
          'default' => $texts[$key]['x-default'],
          'placeholders' => $texts[$key]['x-placeholders'],
          'optional' => !isset($texts[$key]['minLength']),
        ];
      }
      $groups[] = ['title' => $group['title'][$language], 'texts' => $own];
    }
    return $groups;
  }

  /** The languages of the texts. */
  public function textLanguages() {
    $text = reset($this->schema()['$defs']['texts']['properties']);
    return array_keys($text['x-default']);
  }

  // Settings.

  /** Without the white space around values, and without those that are not set. Does not validate. */
  public function normalise(array $settings) {
    $normal = [];
    foreach ($settings as $name => $value) {
      if ($name === 'texts') {
        $value = is_array($value) ? self::trimmedTexts($value) : $value;
        if ($value === [] || $value === NULL) {
          continue;
        }
      }
      elseif (!$this->property($name)) {
        // Unknown, and reported even where it is empty.
      }
      elseif ($value === FALSE || $value === NULL) {
        continue;
      }
      elseif (is_string($value)) {
        $value = self::trim($value);
        if ($value === '') {
          continue;
        }
      }
      elseif (is_int($value) || is_float($value)) {
        $types = (array) ($this->property($name)['type'] ?? 'string');
        $value = count($types) > 1 ? $value : (string) $value;
      }
      if ($name === 'mobilepay' && ($value === 'true' || $value === 'mobilepay')) {
        $value = TRUE;
      }
      $normal[$name] = $value;
    }
    return $normal;
  }

  private static function trimmedTexts(array $texts) {
    $trimmed = [];
    foreach ($texts as $key => $value) {
      if (is_array($value)) {
        $value = self::trimmedTexts($value);
        if ($value === []) {
          continue;
        }
      }
      $trimmed[$key] = is_string($value) ? self::trim($value) : $value;
    }
    return $trimmed;
  }

  /** As JavaScript trims. */
  private static function trim($text) {
    $space = '[\p{Z}\t\n\v\f\r\x{FEFF}]+';
    $trimmed = preg_replace("~^$space|$space\\z~u", '', $text);
    return $trimmed === NULL ? $text : $trimmed;
  }

  /**
   * What is wrong, in the order of the settings: a list of `field` (as `helpUrl` or `texts.da.oir.go`), `message`, and
   * `blocks`: whether a form refuses it. What does not block works, but is hardly meant.
   */
  public function problems(array $settings, $language = 'en') {
    $settings = $this->normalise($settings);
    $problems = [];
    foreach ($settings as $name => $value) {
      if ($name === 'texts') {
        continue;
      }
      $property = $this->property($name);
      if (!$property) {
        $problems[] = $this->problem($name, 'unknown', $language, ['{value}' => $name]);
      }
      elseif (!$this->accepts($property, $value)) {
        $problems[] = ['field' => $name, 'message' => $property['x-takes'][$language], 'blocks' => TRUE];
        unset($settings[$name]);
      }
    }
    $texts = $this->textProblems($settings, $language);
    return array_merge($problems, $texts, $this->contradictions($settings, $problems, $language));
  }

  private function problem($field, $message, $language, array $values = [], $blocks = TRUE) {
    return [
      'field' => (string) $field,
      'message' => strtr(self::MESSAGES[$language][$message], $values),
      'blocks' => $blocks,
    ];
  }

  private function textProblems(array $settings, $language) {
    if (!isset($settings['texts'])) {
      return [];
    }
    if (!is_array($settings['texts']) || self::isList($settings['texts'])) {
      return [$this->problem('texts', 'not texts', $language)];
    }
    $problems = [];
    $languages = $this->textLanguages();
    foreach ($settings['texts'] as $key => $value) {
      if (in_array($key, $languages, TRUE) && is_array($value)) {
        foreach ($value as $own => $text) {
          $problems[] = $this->textProblem("texts.$key.$own", $own, $text, $settings, $language);
        }
      }
      else {
        $problems[] = $this->textProblem("texts.$key", $key, $value, $settings, $language);
      }
    }
    return array_values(array_filter($problems));
  }

  private function textProblem($field, $key, $text, array $settings, $language) {
    $rules = $this->schema()['$defs']['texts']['properties'][$key] ?? NULL;
    if (!$rules) {
      return $this->problem($field, 'unknown text', $language, ['{value}' => $key]);
    }
    if (!is_string($text)) {
      return $this->problem($field, 'not text', $language);
    }
    if ($text === '') {
      return isset($rules['minLength']) ? $this->problem($field, 'empty', $language) : NULL;
    }
    preg_match_all('/\{([^{}]*)\}/', $text, $found);
    $used = $found[1];
    foreach (array_diff($rules['x-required'] ?? [], $used) as $missing) {
      return $this->problem($field, 'required', $language, ['{value}' => '{' . $missing . '}']);
    }
    foreach ($used as $placeholder) {
      $values = ['{value}' => '{' . $placeholder . '}'];
      if (!in_array($placeholder, $rules['x-placeholders'], TRUE)) {
        $known = implode(', ', array_map(function ($name) {
          return '{' . $name . '}';
        }, $rules['x-placeholders']));
        $message = $known ? 'placeholders' : 'placeholder';
        return $this->problem($field, $message, $language, $values + ['{known}' => $known]);
      }
      $needed = $rules['x-needs'][$placeholder] ?? NULL;
      if ($needed && !isset($settings[$needed])) {
        $label = $this->property($needed)['x-label'][$language];
        return $this->problem($field, 'needs', $language, $values + ['{setting}' => $label]);
      }
    }
    // Above are the reasons; this is the rule.
    return $this->accepts($rules, $text) ? NULL : $this->problem($field, 'not text', $language);
  }

  /** What each setting allows, and together makes no sense. */
  private function contradictions(array $settings, array $problems, $language) {
    $found = [];
    if (isset($settings['switchDate'], $settings['dibsEndDate']) && $settings['dibsEndDate'] < $settings['switchDate']) {
      $found[] = $this->problem('dibsEndDate', 'dates', $language, [], FALSE);
    }
    if (($settings['view'] ?? '') === 'summary' && !isset($settings['overviewUrl'])) {
      $found[] = $this->problem('overviewUrl', 'no overview', $language, [], FALSE);
    }
    $shown = ($settings['systems'] ?? 'both') === 'both' ? ['dibs', 'oir'] : [$settings['systems']];
    foreach ($shown as $system) {
      $said = preg_grep('/feesUrl$/i', array_column($problems, 'field'));
      if (!$said && !isset($settings['feesUrl']) && !isset($settings["{$system}FeesUrl"])) {
        $found[] = $this->problem('feesUrl', 'no fees', $language, [], FALSE);
        break;
      }
    }
    return $found;
  }

  private function property($name) {
    return $name === 'texts' ? NULL : ($this->schema()['properties'][$name] ?? NULL);
  }

  /** Whether a value is valid. Knows the keywords that the schema of a setting has, and no others. */
  private function accepts(array $schema, $value) {
    if (isset($schema['$ref']) && !$this->accepts($this->resolve($schema['$ref']), $value)) {
      return FALSE;
    }
    if (isset($schema['enum']) && !in_array($value, $schema['enum'], TRUE)) {
      return FALSE;
    }
    if (isset($schema['type']) && !array_filter((array) $schema['type'], function ($type) use ($value) {
      return self::isOfType($type, $value);
    })) {
      return FALSE;
    }
    if (is_string($value)) {
      return !(isset($schema['minLength']) && $value === '')
        && !(isset($schema['pattern']) && !self::matches($schema['pattern'], $value));
    }
    if (is_int($value) || is_float($value)) {
      return !(isset($schema['minimum']) && $value < $schema['minimum'])
        && !(isset($schema['maximum']) && $value > $schema['maximum']);
    }
    return TRUE;
  }

  private static function isOfType($type, $value) {
    switch ($type) {
      case 'string':
        return is_string($value);

      case 'number':
        return is_int($value) || is_float($value);

      case 'integer':
        return is_int($value) || (is_float($value) && floor($value) === $value);
    }
    return FALSE;
  }

  /** Text that is no UTF-8 matches nothing. In a pattern of JSON Schema, `$` is the very end. */
  private static function matches($pattern, $text) {
    return preg_match('~' . str_replace('~', '\~', $pattern) . '~uD', $text) === 1;
  }

  private function resolve($reference) {
    $schema = $this->schema();
    foreach (explode('/', substr($reference, 2)) as $name) {
      $schema = $schema[$name];
    }
    return $schema;
  }

  private static function isList(array $array) {
    return $array !== [] && array_keys($array) === range(0, count($array) - 1);
  }

  // JSON, as the workbench writes and reads it.

  /**
   * Reads JSON: the settings, or a file that the workbench has saved.
   *
   * @return array `settings` (normalised; not validated), and `problems` as from problems(); settings is NULL where the text
   *   cannot be read
   */
  public function import($json, $language = 'en') {
    $data = json_decode(preg_replace('/^\xEF\xBB\xBF/', '', $json), TRUE);
    if (!is_array($data)) {
      $values = ['{value}' => json_last_error_msg()];
      $message = json_last_error() ? 'JSON' : 'JSON object';
      return ['settings' => NULL, 'problems' => [$this->problem('json', $message, $language, $values)]];
    }
    $left = [];
    if (isset($data['workbench'], $data['bench']['arrangement']) && is_array($data['bench']['arrangement'])) {
      $saved = $data['bench']['arrangement'] + ['settings' => [], 'texts' => []];
      $left = array_keys(array_filter(array_intersect_key($saved, ['slots' => 1, 'tokens' => 1])));
      $data = (array) $saved['settings'] + ['texts' => $saved['texts']];
    }
    $names = array_keys($this->schema()['properties']);
    if (self::isList($data) || ($data && !array_intersect(array_keys($data), $names))) {
      return ['settings' => NULL, 'problems' => [$this->problem('json', 'JSON object', $language)]];
    }
    $problems = $left
      ? [$this->problem('json', 'not imported', $language, ['{value}' => implode(', ', $left)], FALSE)]
      : [];
    return ['settings' => $this->normalise($data), 'problems' => $problems];
  }

  /** The settings as JSON that the workbench reads. */
  public function export(array $settings) {
    $settings = $this->known($settings);
    $flags = JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;
    return json_encode($settings ?: new stdClass(), $flags) . "\n";
  }

  // The element.

  /** The settings that the element knows. Nothing else reaches the page. */
  private function known(array $settings) {
    return array_intersect_key($this->normalise($settings), $this->schema()['properties'] ?? []);
  }

  /**
   * The attributes of the element: text by name, and TRUE for one without a value. They are not escaped. An invalid value
   * stays, and the element says in the console what it takes.
   */
  public function attributes(array $settings) {
    $attributes = [];
    foreach ($this->known($settings) as $name => $value) {
      if ($name !== 'texts' && (is_scalar($value))) {
        $attributes[$this->property($name)['x-attribute']] = $value === TRUE ? TRUE : (string) $value;
      }
    }
    return $attributes;
  }

  /** The settings of attributes: `help-url` becomes `helpUrl`. Unknown attributes are left out. */
  public function fromAttributes(array $attributes) {
    $settings = [];
    foreach ($this->schema()['properties'] ?? [] as $name => $property) {
      $attribute = $property['x-attribute'] ?? NULL;
      if ($attribute && isset($attributes[$attribute])) {
        $settings[$name] = $attributes[$attribute];
      }
    }
    return $settings;
  }

  /** The texts as JSON for `<script type="application/json">`, where nothing in it can end the script; empty without texts. */
  public function childJson(array $settings) {
    $texts = $this->known($settings)['texts'] ?? NULL;
    $flags = JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;
    return $texts ? (string) json_encode(['texts' => $texts], $flags) : '';
  }

  /**
   * The element as HTML.
   *
   * @param array $settings the settings
   * @param string $children HTML of the module for slots, as the link to log in; it is not escaped
   */
  public function html(array $settings, $children = '') {
    $written = '';
    foreach ($this->attributes($settings) as $name => $value) {
      $written .= $value === TRUE ? " $name" : sprintf(' %s="%s"', $name, htmlspecialchars($value, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8'));
    }
    $json = $this->childJson($settings);
    $script = $json === '' ? '' : "<script type=\"application/json\">$json</script>";
    return "<ddb-debt-overview$written>$script$children</ddb-debt-overview>";
  }

  // The packed files.

  /** The version of the packed element, or an empty string. */
  public function version() {
    return (string) ($this->json('integrity.json')['version'] ?? '');
  }

  /** The script of the element: `file` in the folder, and `integrity`. NULL where it is missing. */
  public function script() {
    return $this->packed('');
  }

  /** The small script that asks for the debts while the other is loading. It goes before the other. */
  public function startScript() {
    return $this->packed('.start');
  }

  private function packed($kind) {
    $version = $this->version();
    $file = "ddb-debt-overview-$version$kind.js";
    $integrity = $this->json('integrity.json')['files'][$file] ?? NULL;
    return $integrity && is_file("$this->folder/$file") ? ['file' => $file, 'integrity' => $integrity] : NULL;
  }

  /** The names of the packed themes: `dpl` for themes/dpl.css. */
  public function themes() {
    return array_map(function ($file) {
      return basename($file, '.css');
    }, glob("$this->folder/themes/*.css") ?: []);
  }

  /**
   * The packed files that are missing or not what was packed, for a status report. Reads each file.
   */
  public function damaged() {
    $damaged = $this->schema() ? [] : ['settings.schema.json'];
    $files = $this->json('integrity.json')['files'] ?? [];
    if (!isset($files['ddb-debt-overview-' . $this->version() . '.js'])) {
      $damaged[] = 'integrity.json';
    }
    foreach ($files as $file => $integrity) {
      $bytes = is_readable("$this->folder/$file") ? file_get_contents("$this->folder/$file") : '';
      if ($integrity !== 'sha384-' . base64_encode(hash('sha384', $bytes, TRUE))) {
        $damaged[] = $file;
      }
    }
    return $damaged;
  }

  private function json($file) {
    $path = "$this->folder/$file";
    $data = is_readable($path) ? json_decode(file_get_contents($path), TRUE) : NULL;
    return is_array($data) ? $data : [];
  }

}
