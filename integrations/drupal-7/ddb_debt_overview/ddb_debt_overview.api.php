<?php

/**
 * @file
 * Hooks of the debt overview.
 */

/**
 * Changes the settings before the element is written.
 *
 * The module ddb_debt_overview_ding uses it for the address of the debts. Pages
 * are cached, so the settings may not depend on who is logged in.
 *
 * @param array $settings
 *   The settings under the names that they have in the workbench's JSON.
 */
function hook_ddb_debt_overview_settings_alter(array &$settings) {
  if (empty($settings['feesUrl'])) {
    $settings['feesUrl'] = url('patron/fees');
  }
}
