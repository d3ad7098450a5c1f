<?php
// The things of Drupal 10 and 11, DPL CMS and csp that the module uses, doing what they do there in as far as it matters
// here. Symfony, Guzzle and Twig are the real ones.

namespace Drupal\Core\StringTranslation {
  class TranslatableMarkup {
    public function __construct(public string $text, public array $values = []) {}
    public function __toString() {
      return strtr($this->text, array_map('strval', $this->values));
    }
  }
  trait StringTranslationTrait {
    protected function t($text, array $values = []) {
      return new TranslatableMarkup($text, $values);
    }
  }
}

namespace Drupal\Core\Block\Attribute {
  #[\Attribute(\Attribute::TARGET_CLASS)]
  class Block {
    public function __construct(public string $id, public $admin_label, public $category = NULL) {}
  }
}

namespace Drupal\Core\Plugin {
  interface ContainerFactoryPluginInterface {}
}

namespace Drupal\Core\DependencyInjection {
  interface ContainerInjectionInterface {}
}

namespace Drupal\Core\Block {
  abstract class BlockBase {
    use \Drupal\Core\StringTranslation\StringTranslationTrait;
    protected $configuration;
    public function __construct(array $configuration, protected $pluginId, protected $pluginDefinition) {
      $this->configuration = $configuration + $this->defaultConfiguration();
    }
    public function defaultConfiguration() {
      return [];
    }
    abstract public function build();
  }
}

namespace Drupal\Core\Cache {
  interface CacheBackendInterface {
    const CACHE_PERMANENT = -1;
    public function get($cid, $allow_invalid = FALSE);
    public function set($cid, $data, $expire = self::CACHE_PERMANENT, array $tags = []);
  }
  class CacheInMemory implements CacheBackendInterface {
    private array $all = [];
    public function get($cid, $allow_invalid = FALSE) {
      return $this->all[$cid] ?? FALSE;
    }
    public function set($cid, $data, $expire = self::CACHE_PERMANENT, array $tags = []) {
      $this->all[$cid] = (object) ['data' => $data, 'tags' => $tags];
    }
    public function invalidate(string $tag) {
      $this->all = array_filter($this->all, fn (object $item): bool => !in_array($tag, $item->tags, TRUE));
    }
  }
  class CacheableMetadata {
    private array $cache = ['contexts' => [], 'tags' => []];
    private int $maxAge = -1;
    public static function createFromObject($object) {
      return (new self())->addCacheableDependency($object);
    }
    public function addCacheContexts(array $contexts) {
      array_push($this->cache['contexts'], ...$contexts);
      return $this;
    }
    public function addCacheableDependency($object) {
      if (method_exists($object, 'getCacheTags')) {
        array_push($this->cache['tags'], ...$object->getCacheTags());
      }
      return $this;
    }
    public function setCacheMaxAge($age) {
      $this->maxAge = $age;
      return $this;
    }
    public function applyTo(array &$build) {
      $build['#cache'] = array_map('array_unique', $this->cache) + ($this->maxAge === -1 ? [] : ['max-age' => $this->maxAge]);
    }
  }
}

namespace Drupal\Core\Config {
  interface ConfigFactoryInterface {
    public function get($name);
  }
  /** Configuration in memory, by name. */
  class ConfigInMemory implements ConfigFactoryInterface {
    public function __construct(public array $all) {}
    public function get($name) {
      return new Config($this, $name);
    }
    public function getEditable($name) {
      return $this->get($name);
    }
  }
  class Config {
    public function __construct(private ConfigInMemory $factory, private string $name) {}
    public function get($key = '') {
      $data = $this->factory->all[$this->name] ?? [];
      return $key === '' ? $data : ($data[$key] ?? NULL);
    }
    public function set($key, $value) {
      // As ConfigBase::validateKeys() does.
      foreach (is_array($value) ? array_keys($value) : [] as $own) {
        if (str_contains((string) $own, '.')) {
          throw new \InvalidArgumentException("$own key contains a dot which is not supported.");
        }
      }
      $this->factory->all[$this->name][$key] = $value;
      return $this;
    }
    public function setData(array $data) {
      $this->factory->all[$this->name] = $data;
      return $this;
    }
    public function save() {
      return $this;
    }
    public function getCacheTags() {
      return ["config:$this->name"];
    }
  }
}

namespace Drupal\Core\Extension {
  interface ModuleHandlerInterface {
    public function alter($type, &$data, &$context1 = NULL, &$context2 = NULL);
  }
  /** Calls the functions that are loaded. */
  class LoadedModules implements ModuleHandlerInterface {
    public function __construct(public array $modules) {}
    public function moduleExists($module) {
      return in_array($module, $this->modules, TRUE);
    }
    public function alter($type, &$data, &$context1 = NULL, &$context2 = NULL) {
      foreach ($this->modules as $module) {
        $hook = "{$module}_{$type}_alter";
        if (function_exists($hook)) {
          $hook($data, $context1, $context2);
        }
      }
    }
  }
}

namespace Drupal\Core {
  class Url {
    private const PATHS = [
      'user.login' => '/user/login',
      'dpl_login.login' => '/login',
      'dpl_fees.list' => '/user/me/fees',
      'ddb_debt_overview.page' => '/user/me/debts',
      'ddb_debt_overview.settings' => '/admin/config/services/ddb-debt-overview',
      'ddb_debt_overview_dpl.fees' => '/ddb-debt-overview/fees',
      'ddb_debt_overview_dpl.titles' => '/ddb-debt-overview/titles',
    ];
    private function __construct(private string $url) {}
    public static function fromRoute($route, array $parameters = [], array $options = []) {
      // In a query, Drupal leaves slashes as they are.
      $query = str_replace('%2F', '/', http_build_query($options['query'] ?? [], '', '&', PHP_QUERY_RFC3986));
      return new self(self::PATHS[$route] . ($query ? "?$query" : ''));
    }
    public function toString($collect = FALSE) {
      return $collect ? $this : $this->url;
    }
    public function getGeneratedUrl() {
      return $this->url;
    }
  }
}

namespace Drupal\Core\Language {
  interface LanguageManagerInterface {}
  class LanguageManager implements LanguageManagerInterface {
    public function getCurrentLanguage() {
      return $this;
    }
    public function getId() {
      return \Drupal::$language;
    }
  }
}

namespace Drupal\Core\Routing {
  interface RouteProviderInterface {
    public function getRoutesByPattern($path);
  }
}

namespace Symfony\Component\DependencyInjection {
  /** The real one comes with the service container of Drupal. */
  interface ContainerInterface {
    public function get($name);
  }
}

namespace Drupal\Core\Render {
  interface AttachmentsInterface {
    public function getAttachments();
  }
}

namespace Drupal\Core\Session {
  interface AccountInterface {
    public function isAuthenticated();
  }
}

namespace Drupal\Component\Datetime {
  interface TimeInterface {
    public function getRequestTime();
  }
}

namespace Drupal\Core\Template {
  /** Escapes; a boolean is there or is not. */
  class Attribute {
    public function __construct(private array $attributes) {}
    public function __toString() {
      $html = '';
      foreach ($this->attributes as $name => $value) {
        $escaped = htmlspecialchars((string) $value, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
        $html .= $value === TRUE ? " $name" : ($value === FALSE ? '' : " $name=\"$escaped\"");
      }
      return $html;
    }
  }
}

namespace Drupal\Component\Utility {
  class NestedArray {
    public static function getValue(array $array, array $parents) {
      foreach ($parents as $parent) {
        $array = $array[$parent] ?? NULL;
      }
      return $array;
    }
  }
}

namespace Drupal\Core\Form {
  interface FormStateInterface {}
  abstract class ConfigFormBase {
    use \Drupal\Core\StringTranslation\StringTranslationTrait;
    private object $messages;
    public static function create(\Symfony\Component\DependencyInjection\ContainerInterface $container) {
      return new static();
    }
    protected function config($name) {
      return \Drupal::configFactory()->getEditable($name);
    }
    public function messenger() {
      return $this->messages ??= new Messages();
    }
    public function buildForm(array $form, FormStateInterface $form_state) {
      return $form;
    }
    public function validateForm(array &$form, FormStateInterface $form_state) {}
    public function submitForm(array &$form, FormStateInterface $form_state) {}
  }
  class Messages {
    public array $all = [];
    public function addWarning($message) {
      $this->all[] = "warning: $message";
    }
    public function addError($message) {
      $this->all[] = "error: $message";
    }
    public function addStatus($message) {
      $this->all[] = "status: $message";
    }
  }
  /** A form that was sent. */
  class SentForm implements FormStateInterface {
    public array $errors = [];
    private array $own = [];
    public function __construct(public array $values = []) {}
    public function getUserInput() {
      return $this->values;
    }
    public function getValue($key) {
      return \Drupal\Component\Utility\NestedArray::getValue($this->values, (array) $key);
    }
    public function setErrorByName($name, $message) {
      $this->errors[$name] ??= (string) $message;
    }
    public function getError($element) {
      return reset($this->errors) ?: NULL;
    }
    public function set($key, $value) {
      $this->own[$key] = $value;
    }
    public function get($key) {
      return $this->own[$key] ?? NULL;
    }
  }
}

namespace Drupal\dpl_login {
  enum AccessTokenType: string {
    case User = 'user';
    case UnregisteredUser = 'unregistered_user';
    case Unknown = 'unknown';
  }
  class AccessToken {
    public string $token;
    public int $expire;
    public AccessTokenType $type;
  }
  class UserTokens {
    public ?AccessToken $current = NULL;
    public int $asked = 0;
    public function getCurrent(): ?AccessToken {
      $this->asked++;
      return $this->current;
    }
  }
}

namespace Drupal\dpl_library_token {
  class LibraryTokenHandler {
    public ?object $token = NULL;
    public function getToken(): ?object {
      return $this->token;
    }
  }
}

namespace Drupal\dpl_fbi {
  class Fbi {
    public array $urls = [];
    public function getServiceUrls(): array {
      return $this->urls;
    }
  }
}

namespace Drupal\csp {
  /** A policy, as the module csp creates it from its settings. */
  class Csp {
    private const FALLBACK = ['script-src-elem' => ['script-src', 'default-src'], 'style-src-elem' => ['style-src', 'default-src']];
    private const WITHOUT = ['form-action', 'frame-ancestors', 'trusted-types'];
    public function __construct(public array $directives) {}
    public function hasDirective($name) {
      return isset($this->directives[$name]);
    }
    public function getDirective($name) {
      return $this->directives[$name];
    }
    public function setDirective($name, $value) {
      $this->directives[$name] = (array) $value;
    }
    public function fallbackAwareAppendIfEnabled($name, $value) {
      if ($name === 'trusted-types' && !isset($this->directives[$name])) {
        throw new \InvalidArgumentException('Invalid directive name provided');
      }
      $fallbacks = in_array($name, self::WITHOUT, TRUE) ? [] : (self::FALLBACK[$name] ?? ['default-src']);
      foreach (isset($this->directives[$name]) ? [] : $fallbacks as $fallback) {
        if (isset($this->directives[$fallback])) {
          $this->directives[$name] = array_diff($this->directives[$fallback], ["'none'"]);
          break;
        }
      }
      if (isset($this->directives[$name])) {
        array_push($this->directives[$name], ...$value);
      }
    }
    public function getHeaderValue() {
      $parts = [];
      foreach ($this->directives as $name => $sources) {
        $parts[] = $name . ' ' . implode(' ', in_array("'none'", $sources, TRUE) ? ["'none'"] : array_unique($sources));
      }
      return implode('; ', $parts);
    }
  }
}

namespace {
  use Drupal\Core\Config\ConfigInMemory;

  const REQUIREMENT_OK = 0;
  const REQUIREMENT_WARNING = 1;
  const REQUIREMENT_ERROR = 2;

  function t($text, array $values = []) {
    return strtr($text, $values);
  }

  class Drupal {
    public static ConfigInMemory $configFactory;
    public static array $services = [];
    public static string $language = 'da';
    public static string $route = '';
    public static function config($name) {
      return self::$configFactory->get($name);
    }
    public static function configFactory() {
      return self::$configFactory;
    }
    public static function service($name) {
      return self::$services[$name];
    }
    public static function logger($channel) {
      return self::$services['logger'];
    }
    public static function moduleHandler() {
      return self::$services['module_handler'];
    }
    public static function request() {
      return self::$services['request'];
    }
    public static function languageManager() {
      return new Drupal\Core\Language\LanguageManager();
    }
    public static function routeMatch() {
      return new class {
        public function getRouteName() {
          return Drupal::$route;
        }
      };
    }
  }
}
