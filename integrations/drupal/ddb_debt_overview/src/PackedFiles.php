<?php

namespace Drupal\ddb_debt_overview;

/**
 * The files that the archive of the module adds to its source.
 */
final class PackedFiles {

  /**
   * The folder of the files, below the module's.
   */
  public const FOLDER = 'packed';

  /**
   * Whether this is the module from its archive. Its source alone shows nothing.
   */
  public static function exist(): bool {
    return is_file(self::path('DdbDebtOverview.php'));
  }

  /**
   * Validates settings, and knows the names and hashes of the scripts.
   */
  public static function element(): \DdbDebtOverview {
    require_once self::path('DdbDebtOverview.php');
    return new \DdbDebtOverview(self::path());
  }

  /**
   * The path of a packed file.
   */
  private static function path(string $file = ''): string {
    return dirname(__DIR__) . '/' . self::FOLDER . ($file === '' ? '' : "/$file");
  }

}
