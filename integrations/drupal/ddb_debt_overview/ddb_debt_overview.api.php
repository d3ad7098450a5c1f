<?php

/**
 * @file
 * Hooks of the module Debt overview.
 */

use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Url;

/**
 * Change the settings of the element before it is shown.
 *
 * @param array $settings
 *   The settings by their names as properties, as in JSON: feesUrl, switchDate,
 *   texts. What is not set by the site is missing.
 * @param array $login
 *   The link that a patron sees who is not logged in: "title"; "url", a
 *   \Drupal\Core\Url; and for reading "path", where the patron comes back to.
 *   Empty where only the settings are asked for.
 * @param \Drupal\Core\Cache\CacheableMetadata $cacheability
 *   Add what your changes depend on. They must be the same for all patrons.
 */
function hook_ddb_debt_overview_alter(array &$settings, array &$login, CacheableMetadata $cacheability): void {
  $settings += ['feesUrl' => Url::fromRoute('my_module.fees')->toString(TRUE)->getGeneratedUrl()];
  if ($login) {
    $login['url'] = Url::fromRoute('my_module.login', [], ['query' => ['return' => $login['path']]]);
  }
}
