<?php

namespace Drupal\ddb_debt_overview\EventSubscriber;

use Drupal\Core\Config\ConfigCrudEvent;
use Drupal\Core\Config\ConfigEvents;
use Drupal\Core\Routing\RouteBuilderInterface;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;

/**
 * Moves the page when its path changes.
 *
 * That is in the form, or by a configuration import.
 */
class ConfigSubscriber implements EventSubscriberInterface {

  public function __construct(protected RouteBuilderInterface $routeBuilder) {}

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    return [ConfigEvents::SAVE => 'onSave'];
  }

  /**
   * Rebuilds the routes.
   */
  public function onSave(ConfigCrudEvent $event): void {
    if ($event->getConfig()->getName() === 'ddb_debt_overview.settings' && $event->isChanged('page')) {
      $this->routeBuilder->setRebuildNeeded();
    }
  }

}
