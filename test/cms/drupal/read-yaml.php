<?php
// The YAML files of a folder, by their paths: {"folder"}. Fails on a file that is not valid.
require '/usr/share/php/Symfony/Component/Yaml/autoload.php';

$given = json_decode(stream_get_contents(STDIN), TRUE);
$all = [];
foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($given['folder'], FilesystemIterator::SKIP_DOTS)) as $path => $file) {
  if ($file->getExtension() === 'yml') {
    $all[substr($path, strlen($given['folder']) + 1)] = Symfony\Component\Yaml\Yaml::parseFile($path);
  }
}
echo json_encode($all);
