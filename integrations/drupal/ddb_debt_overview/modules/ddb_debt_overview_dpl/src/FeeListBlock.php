<?php

namespace Drupal\ddb_debt_overview_dpl;

use Drupal\ddb_debt_overview\Plugin\Block\DebtOverviewBlock;

/**
 * In the place of the fee list of DPL CMS, whose page has no other heading.
 *
 * @see ddb_debt_overview_dpl_block_alter()
 */
class FeeListBlock extends DebtOverviewBlock {

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration(): array {
    return ['heading_level' => '1', 'view' => 'full'] + parent::defaultConfiguration();
  }

}
