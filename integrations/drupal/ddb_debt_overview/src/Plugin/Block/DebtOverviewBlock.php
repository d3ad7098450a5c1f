<?php

namespace Drupal\ddb_debt_overview\Plugin\Block;

use Drupal\Component\Serialization\Json;
use Drupal\Core\Block\Attribute\Block;
use Drupal\Core\Block\BlockBase;
use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * Nothing in it is a patron's: that the browser fetches. From page to page only the return URL of the login differs.
 */
#[Block(id: 'ddb_debt_overview', admin_label: new TranslatableMarkup('Debts'))]
class DebtOverviewBlock extends BlockBase {

  /**
   * {@inheritdoc}
   */
  public function build(): array {
    $settings = \Drupal::config('ddb_debt_overview.settings');
    $config = Json::decode($settings->get('config') ?: '[]');
    return [
      '#theme' => 'ddb_debt_overview',
      // Not #attributes: those of a block's content become the whole block's.
      '#settings' => $settings->get('attributes') ?? [],
      // Encoded again, so that nothing in it ends the script element.
      '#config' => $config ? Json::encode($config) : '',
      // Kept for everybody, for each page.
      '#cache' => ['tags' => $settings->getCacheTags(), 'contexts' => ['route']],
    ];
  }

}
