<?php

namespace Drupal\ddb_debt_overview_dpl;

use GuzzleHttp\ClientInterface;
use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\Exception\GuzzleException;
use Psr\Log\LoggerInterface;
use Symfony\Component\HttpFoundation\Response;

/**
 * Asks another server with a token, and passes its status and body on.
 */
class Forwarder {

  /**
   * In seconds. The element waits for 15, so this server must respond earlier.
   */
  private const TIMEOUT = 12;

  public function __construct(
    protected ClientInterface $client,
    protected LoggerInterface $logger,
  ) {}

  /**
   * The answer of the other server.
   *
   * @param string $method
   *   The method.
   * @param string $url
   *   The address.
   * @param string $token
   *   The token. It goes nowhere else: redirects are not followed.
   * @param array $options
   *   More options of Guzzle.
   */
  public function send(string $method, string $url, string $token, array $options = []): Response {
    if (!self::isSafe($url)) {
      $this->logger->error('A token is only sent over https, not to "@url".', ['@url' => $url]);
      return self::refuse(500, 'The address of the service is missing or not safe.');
    }
    $options += ['headers' => []];
    $options['headers'] += ['Accept' => 'application/json', 'Authorization' => "Bearer $token"];
    $fixed = ['allow_redirects' => FALSE, 'http_errors' => FALSE, 'timeout' => self::TIMEOUT];
    try {
      $answer = $this->client->request($method, $url, $fixed + $options);
    }
    catch (GuzzleException $exception) {
      $this->logger->error('@url: @message', ['@url' => $url, '@message' => $exception->getMessage()]);
      $isTimeout = $exception instanceof ConnectException && ($exception->getHandlerContext()['errno'] ?? 0) === 28;
      return self::refuse($isTimeout ? 504 : 502, 'The service could not be reached.');
    }
    $status = $answer->getStatusCode();
    if ($status < 200 || ($status >= 300 && $status < 400)) {
      $this->logger->error('@url answered with @status.', ['@url' => $url, '@status' => $status]);
      return self::refuse(502, 'The service did not answer.');
    }
    return self::respond($status, (string) $answer->getBody(), 'application/json', array_filter([
      'Retry-After' => $answer->getHeaderLine('Retry-After'),
    ]));
  }

  /**
   * An answer without a body of the other server (RFC 9457).
   */
  public static function refuse(int $status, string $title): Response {
    return self::respond($status, json_encode(['title' => $title, 'status' => $status]), 'application/problem+json');
  }

  /**
   * An answer that nothing keeps.
   */
  private static function respond(int $status, string $body, string $type, array $headers = []): Response {
    return new Response($body, $status, $headers + ['Content-Type' => $type, 'Cache-Control' => 'no-store, private']);
  }

  /**
   * Whether a token may go there: https, or a service on this machine.
   */
  private static function isSafe(string $url): bool {
    return (bool) preg_match('~^(https://|http://(localhost|127\.0\.0\.1|\[::1\])[:/])~i', $url);
  }

}
