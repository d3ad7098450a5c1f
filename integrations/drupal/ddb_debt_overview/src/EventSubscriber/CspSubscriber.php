<?php

namespace Drupal\ddb_debt_overview\EventSubscriber;

use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\ddb_debt_overview\OverviewBuilder;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;

/**
 * Adds what the element needs to the policy of the module csp.
 *
 * Only on pages with the element.
 */
class CspSubscriber implements EventSubscriberInterface {

  private const SELF = "'self'";

  private const NONE = "'none'";

  public function __construct(
    protected OverviewBuilder $builder,
    protected ConfigFactoryInterface $configFactory,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // The value of \Drupal\csp\CspEvents::POLICY_ALTER; most sites do not have
    // the module.
    return ['csp.policy_alter' => 'onPolicyAlter'];
  }

  /**
   * Adds the sources.
   *
   * @param \Drupal\csp\Event\PolicyAlterEvent $event
   *   The event of csp.
   */
  public function onPolicyAlter($event): void {
    if (!NoStoreSubscriber::hasElement($event->getResponse())) {
      return;
    }
    $policy = $event->getPolicy();
    foreach ($this->sources() as $directive => $sources) {
      if ($policy->hasDirective($directive) && in_array(self::NONE, (array) $policy->getDirective($directive), TRUE)) {
        // Beside 'none', nothing else counts.
        $policy->setDirective($directive, $sources);
      }
      // Some versions of csp do not know trusted-types, and throw.
      elseif ($policy->hasDirective($directive) || str_contains($directive, '-src')) {
        $policy->fallbackAwareAppendIfEnabled($directive, $sources);
      }
    }
  }

  /**
   * What the element needs, by directive.
   *
   * @return string[][]
   *   Sources by directive.
   */
  private function sources(): array {
    $settings = $this->builder->settings();
    $of = static fn (string ...$names): array => array_map(
      [self::class, 'sourceOf'],
      array_values(array_intersect_key($settings, array_flip($names)))
    );
    $words = static fn (string $text): array => preg_split('/\s+/', $text, -1, PREG_SPLIT_NO_EMPTY);
    $gateways = array_map([self::class, 'sourceOf'], $words($settings['paymentOrigins'] ?? ''));
    $images = $this->configFactory->get('ddb_debt_overview.settings')->get('image_origins') ?? '';
    return array_filter(array_map('array_unique', [
      'script-src' => [self::SELF],
      'script-src-elem' => [self::SELF],
      'style-src' => [self::SELF],
      'style-src-elem' => [self::SELF],
      'connect-src' => $of('feesUrl', 'dibsFeesUrl', 'oirFeesUrl', 'dibsPaymentUrl', 'fbiUrl'),
      // A payment may start with a form that the browser posts.
      'form-action' => isset($settings['dibsPaymentUrl']) ? [...$of('dibsPaymentUrl'), ...$gateways] : [],
      'img-src' => isset($settings['fbiUrl']) ? $words($images) : [],
      'trusted-types' => ['lit-html'],
    ]));
  }

  /**
   * The source of an address: its origin, scheme or 'self'.
   */
  private static function sourceOf(string $url): string {
    return preg_match('~^https?://[^/\\\\?#]+|^[a-z][a-z\d+.-]*:$~i', $url, $found) ? $found[0] : self::SELF;
  }

}
