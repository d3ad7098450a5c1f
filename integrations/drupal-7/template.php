<?php

/**
 * @file
 * Without the module: for the theme's own template.php. Write the theme's name for MYTHEME, and the version for VERSION.
 *
 * The theme's page.tpl.php then has, where the debts are to be:
 * <?php if (isset($ddb_debt_overview)) { print $ddb_debt_overview; } ?>
 */

/**
 * Implements hook_preprocess_page().
 */
function MYTHEME_preprocess_page(&$variables) {
  // DDB CMS's page of debts, user/123/status-debts. Write your own where it is another.
  if (arg(0) !== 'user' || arg(2) !== 'status-debts') {
    return;
  }
  $theme = drupal_get_path('theme', 'MYTHEME');
  drupal_add_css("$theme/css/reserve.css", array('group' => CSS_THEME));
  drupal_add_js("$theme/js/ddb-debt-overview-VERSION.js", array(
    'group' => JS_THEME,
    // In a file with others it would wait for them, and lose its `defer`.
    'preprocess' => FALSE,
    'every_page' => FALSE,
    'defer' => TRUE,
    'requires_jquery' => FALSE,
  ));
  $attributes = drupal_attributes(array(
    'fees-url' => '/patron/fees',
    'switch-date' => '2021-12-01',
    'dibs-payment-url' => '/payment/start',
    'payment-origins' => 'https://gateway.example',
    'oir-payment-url' => 'https://betaling.example/',
    'oir-payment-name' => 'Mit Betalingsoverblik',
  ));
  $login = l(t('Log in'), 'user/login', array(
    'attributes' => array('slot' => 'login'),
    'query' => drupal_get_destination(),
  ));
  $variables['ddb_debt_overview'] = "<ddb-debt-overview$attributes>$login</ddb-debt-overview>";
}
