<?php

namespace Drupal\ddb_debt_overview\Controller;

use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\ddb_debt_overview\OverviewBuilder;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * The page with the element.
 */
class OverviewController implements ContainerInjectionInterface {

  final public function __construct(protected OverviewBuilder $builder) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container): static {
    return new static($container->get('ddb_debt_overview.builder'));
  }

  /**
   * The whole overview. Its own heading is the heading of the page.
   *
   * @see ddb_debt_overview_preprocess_page_title()
   */
  public function page(): array {
    return $this->builder->build(['view' => 'full', 'headingLevel' => '1']);
  }

}
