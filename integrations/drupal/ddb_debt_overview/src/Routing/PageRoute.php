<?php

namespace Drupal\ddb_debt_overview\Routing;

use Drupal\Core\Config\ConfigFactoryInterface;
use Symfony\Component\Routing\Route;

/**
 * The page of the module, where the site has one.
 */
class PageRoute {

  public function __construct(protected ConfigFactoryInterface $configFactory) {}

  /**
   * The routes.
   *
   * @return \Symfony\Component\Routing\Route[]
   *   By name.
   */
  public function routes(): array {
    $path = $this->configFactory->get('ddb_debt_overview.settings')->get('page');
    if (!$path) {
      return [];
    }
    $defaults = [
      '_controller' => '\Drupal\ddb_debt_overview\Controller\OverviewController::page',
      '_title' => 'Debts',
    ];
    return ['ddb_debt_overview.page' => new Route($path, $defaults, ['_permission' => 'access content'])];
  }

}
