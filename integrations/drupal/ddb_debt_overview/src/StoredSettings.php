<?php

namespace Drupal\ddb_debt_overview;

/**
 * The element's settings as configuration.
 *
 * Keys of configuration may not have dots, and those of texts do.
 */
final class StoredSettings {

  /**
   * Settings by the names of settings.schema.json.
   *
   * @param array $stored
   *   The configuration, with "settings" and "texts".
   */
  public static function read(array $stored): array {
    $settings = $stored['settings'] ?? [];
    foreach ($stored['texts'] ?? [] as ['language' => $language, 'key' => $key, 'text' => $text]) {
      if ($language === '') {
        $settings['texts'][$key] = $text;
      }
      else {
        $settings['texts'][$language][$key] = $text;
      }
    }
    return $settings;
  }

  /**
   * The reverse of read().
   *
   * @param array $settings
   *   Normalised settings.
   */
  public static function write(array $settings): array {
    $texts = [];
    foreach ($settings['texts'] ?? [] as $key => $value) {
      if (is_array($value)) {
        foreach ($value as $own => $text) {
          $texts[] = ['language' => $key, 'key' => $own, 'text' => $text];
        }
      }
      else {
        $texts[] = ['language' => '', 'key' => $key, 'text' => $value];
      }
    }
    unset($settings['texts']);
    $asText = static fn ($value): string => $value === TRUE ? 'true' : (string) $value;
    return ['settings' => array_map($asText, $settings), 'texts' => $texts];
  }

}
