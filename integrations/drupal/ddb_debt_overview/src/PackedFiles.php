<?php

namespace Drupal\ddb_debt_overview;

/**
 * The files that the archive of the module adds to its source.
 */
final class PackedFiles {

  /**
   * The folder of the packed files, below the module's.
   *
   * It has the scripts, their hashes, the themes and the schema.
   */
  public const FOLDER = 'assets';

  /**
   * Validates settings, and knows the names and hashes of the scripts.
   *
   * NULL where this is the source of the module, or files have been lost.
   */
  public static function element(): ?\DdbDebtOverview {
    $library = dirname(__DIR__) . '/includes/DdbDebtOverview.php';
    if (!is_file($library)) {
      return NULL;
    }
    require_once $library;
    $element = new \DdbDebtOverview(dirname(__DIR__) . '/' . self::FOLDER);
    return $element->schema() ? $element : NULL;
  }

}
