<?php

namespace Drupal\ddb_debt_overview\EventSubscriber;

use Drupal\Core\Render\AttachmentsInterface;
use Drupal\ddb_debt_overview\OverviewBuilder;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpKernel\Event\ResponseEvent;
use Symfony\Component\HttpKernel\KernelEvents;

/**
 * Keeps pages with the element out of the browser's caches.
 *
 * The next patron could open them again. Drupal's own caches keep them.
 */
class NoStoreSubscriber implements EventSubscriberInterface {

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // After core's FinishResponseSubscriber (0), which replaces Cache-Control.
    return [KernelEvents::RESPONSE => ['onResponse', -20]];
  }

  /**
   * Sets Cache-Control.
   */
  public function onResponse(ResponseEvent $event): void {
    $response = $event->getResponse();
    if (self::hasElement($response)) {
      $response->headers->set('Cache-Control', 'no-store, private');
    }
  }

  /**
   * Whether the element is on the page.
   */
  public static function hasElement(object $response): bool {
    return $response instanceof AttachmentsInterface
      && in_array(OverviewBuilder::LIBRARY, $response->getAttachments()['library'] ?? [], TRUE);
  }

}
