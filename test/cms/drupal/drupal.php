<?php
// The few things of Drupal 10 and 11 that the recipe uses, doing what they do there in as far as it matters here.

namespace Drupal\Core\StringTranslation {
	class TranslatableMarkup {
		public function __construct( public string $text ) {}
	}
}

namespace Drupal\Core\Block\Attribute {
	#[\Attribute( \Attribute::TARGET_CLASS )]
	class Block {
		public function __construct( public string $id, public $admin_label ) {}
	}
}

namespace Drupal\Core\Block {
	abstract class BlockBase {
		abstract public function build(): array;
	}
}

namespace Drupal\Component\Serialization {
	class Json {
		public static function encode( $value ) {
			return json_encode( $value, JSON_HEX_TAG | JSON_HEX_APOS | JSON_HEX_AMP | JSON_HEX_QUOT );
		}
		public static function decode( $text ) {
			return json_decode( $text, true );
		}
	}
}

namespace Drupal\Core\Template {
	/** Escapes; a boolean is there or is not. */
	class Attribute {
		public function __construct( private array $attributes ) {}
		public function __toString() {
			$html = '';
			foreach ( $this->attributes as $name => $value ) {
				if ( false === $value ) {
					continue;
				}
				$escaped = htmlspecialchars( (string) $value, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8' );
				$html   .= true === $value ? " $name" : " $name=\"$escaped\"";
			}
			return $html;
		}
	}
}

namespace {
	class Drupal {
		public static array $config = array();
		public static function config( string $name ) {
			return new class( $name, self::$config[ $name ] ) {
				public function __construct( private string $name, private array $values ) {}
				public function get( string $key ) {
					return $this->values[ $key ] ?? null;
				}
				public function getCacheTags() {
					return array( "config:$this->name" );
				}
			};
		}
	}
}
