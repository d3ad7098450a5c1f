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
   * Whether this is the module from its archive.
   *
   * Its source alone shows nothing.
   */
  public static function exist(): bool {
    return is_file(self::library());
  }

  /**
   * Validates settings, and knows the names and hashes of the scripts.
   */
  public static function element(): \DdbDebtOverview {
    require_once self::library();
    return new \DdbDebtOverview(dirname(__DIR__) . '/' . self::FOLDER);
  }

  /**
   * The class that the modules of all systems share.
   */
  private static function library(): string {
    return dirname(__DIR__) . '/includes/DdbDebtOverview.php';
  }

}
