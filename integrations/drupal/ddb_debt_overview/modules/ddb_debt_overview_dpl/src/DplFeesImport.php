<?php

namespace Drupal\ddb_debt_overview_dpl;

/**
 * What the settings of dpl_fees become, as in the workbench.
 */
final class DplFeesImport {

  private const KNOWN_SITE = 'Mit Betalingsoverblik';

  private const DEFAULT_BODY = '/^Fees and replacement costs are handled through the new system/i';

  private const DEFAULT_LABEL = '/^Go to payment page$/i';

  /**
   * Settings of the element, and the names of what has to be looked at by hand.
   *
   * @param array $old
   *   The configuration dpl_fees.settings.
   * @param \DdbDebtOverview $element
   *   Validates settings.
   * @param callable(string): string $toPath
   *   The path on the site for an address such as entity:node/5.
   *
   * @return array{settings: array, left: string[]}
   *   Settings by their names, and old names.
   */
  public static function convert(array $old, \DdbDebtOverview $element, callable $toPath): array {
    $word = static fn (string $name): string => is_string($old[$name] ?? NULL) ? trim($old[$name]) : '';
    $addresses = [
      'oirPaymentUrl' => $word('payment_site_url') !== '' ? 'payment_site_url' : 'payment_overview_url',
      'ratesUrl' => 'fees_and_replacement_costs_url',
      'termsUrl' => 'terms_of_trade_url',
    ];
    $settings = $left = [];
    foreach ($addresses as $name => $from) {
      if ($word($from) === '') {
        continue;
      }
      $url = $toPath($word($from));
      $problems = $element->problems(['feesUrl' => '/', $name => $url]);
      if ($problems) {
        $left[] = $from;
      }
      else {
        $settings[$name] = $url;
      }
    }
    $texts = ['terms_of_trade_text' => ['terms']];
    $label = $word('payment_site_button_label');
    if (isset($settings['oirPaymentUrl']) && !preg_match(self::DEFAULT_LABEL, $label)) {
      $texts['payment_site_button_label'] = ['oir.go'];
      if (stripos($label, self::KNOWN_SITE) !== FALSE) {
        $settings['oirPaymentName'] = self::KNOWN_SITE;
      }
    }
    if (!preg_match(self::DEFAULT_BODY, $word('fee_list_body_text'))) {
      $texts['fee_list_body_text'] = ['intro.before', 'intro.transition', 'intro.after'];
    }
    foreach ($texts as $from => $keys) {
      if ($word($from) === '') {
        continue;
      }
      // A text of the element is plain, and braces mean something in it.
      if (preg_match('/[<{]/', $word($from))) {
        $left[] = $from;
      }
      else {
        $settings['texts']['da'] = array_fill_keys($keys, $word($from)) + ($settings['texts']['da'] ?? []);
      }
    }
    return ['settings' => $settings, 'left' => $left];
  }

}
