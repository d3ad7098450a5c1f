<?php

namespace Drupal\ddb_debt_overview;

use Drupal\Core\Cache\CacheBackendInterface;
use Drupal\Core\Cache\CacheableMetadata;
use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Extension\ModuleHandlerInterface;
use Drupal\Core\StringTranslation\StringTranslationTrait;
use Drupal\Core\Url;
use Psr\Log\LoggerInterface;
use Symfony\Component\HttpFoundation\RequestStack;

/**
 * Builds the element.
 *
 * Nothing in it belongs to a patron: the browser fetches that.
 */
class OverviewBuilder {

  use StringTranslationTrait;

  public const LIBRARY = 'ddb_debt_overview/overview';

  public function __construct(
    protected ?\DdbDebtOverview $element,
    protected ConfigFactoryInterface $configFactory,
    protected ModuleHandlerInterface $moduleHandler,
    protected RequestStack $requestStack,
    protected LoggerInterface $logger,
    protected CacheBackendInterface $cache,
  ) {}

  /**
   * The element as a render array.
   *
   * @param array $own
   *   Settings of this place, which replace those of the site.
   */
  public function build(array $own = []): array {
    $config = $this->configFactory->get('ddb_debt_overview.settings');
    $cacheability = CacheableMetadata::createFromObject($config)->addCacheContexts(['url.path']);
    if (!$this->element) {
      $build = ['#markup' => $this->t('The overview cannot be shown right now. Ask your library.')];
      $cacheability->setCacheMaxAge(0)->applyTo($build);
      return $build;
    }
    // Not the route <current>: on a page for a 403 or 404, that is the route of
    // the error page.
    $request = $this->requestStack->getCurrentRequest();
    $path = $request->getBaseUrl() . $request->getPathInfo();
    $login = [
      'title' => $this->t('Log in'),
      'url' => Url::fromRoute('user.login', [], ['query' => ['destination' => $path]]),
      'path' => $path,
    ];
    $settings = $this->settings($own, $login, $cacheability);
    $this->logProblems($settings);
    $url = $login['url']->toString(TRUE);
    $libraries = [self::LIBRARY];
    if ($theme = $config->get('theme')) {
      $libraries[] = "ddb_debt_overview/theme.$theme";
    }
    $build = [
      '#theme' => 'ddb_debt_overview',
      '#settings' => $this->element->attributes($settings),
      '#config' => $this->element->childJson($settings),
      '#login_url' => $url->getGeneratedUrl(),
      '#login_title' => $login['title'],
      '#attached' => ['library' => $libraries],
    ];
    $cacheability->addCacheableDependency($url)->applyTo($build);
    return $build;
  }

  /**
   * Logs settings that the form would refuse, once until they change.
   */
  private function logProblems(array $settings): void {
    foreach ($this->element->problems($settings) as $problem) {
      $id = 'ddb_debt_overview:logged:' . md5(serialize($problem));
      if ($problem['blocks'] && !$this->cache->get($id)) {
        $values = ['@setting' => $problem['field'], '@message' => $problem['message']];
        $this->logger->error('@setting: @message', $values);
        $this->cache->set($id, TRUE, CacheBackendInterface::CACHE_PERMANENT, ['config:ddb_debt_overview.settings']);
      }
    }
  }

  /**
   * A problem in words, with the label that its field has in the form.
   *
   * @param array $problem
   *   The problem, with "field" and "message".
   * @param string $language
   *   The language of the labels.
   */
  public function described(array $problem, string $language): string {
    $labels = [];
    foreach ($this->element->groups($language) as $group) {
      $labels += array_column($group['fields'], 'label', 'name');
    }
    foreach ($this->element->textGroups($language) as $group) {
      foreach ($group['texts'] as $key => $text) {
        foreach ($this->element->textLanguages() as $own) {
          $labels["texts.$own.$key"] = "{$text['location']} ($own)";
        }
      }
    }
    return ($labels[$problem['field']] ?? $problem['field']) . ': ' . $problem['message'];
  }

  /**
   * The settings of the element, with what other modules add.
   *
   * @param array $own
   *   Settings of one place, which replace those of the site.
   * @param array $login
   *   The link to log in.
   * @param \Drupal\Core\Cache\CacheableMetadata|null $cacheability
   *   What the result depends on.
   */
  public function settings(array $own = [], array &$login = [], ?CacheableMetadata $cacheability = NULL): array {
    if (!$this->element) {
      return [];
    }
    $config = $this->configFactory->get('ddb_debt_overview.settings');
    $settings = $this->element->normalise($own + StoredSettings::read($config->get()));
    if (($settings['view'] ?? '') === 'summary' && !isset($settings['overviewUrl']) && $config->get('page')) {
      $url = Url::fromRoute('ddb_debt_overview.page')->toString(TRUE);
      $settings['overviewUrl'] = $url->getGeneratedUrl();
      $cacheability?->addCacheableDependency($url);
    }
    $cacheability ??= new CacheableMetadata();
    $this->moduleHandler->alter('ddb_debt_overview', $settings, $login, $cacheability);
    return $settings;
  }

}
