<?php
// A web page printed by Dompdf.
foreach (['Dompdf/autoload.php', 'dompdf/autoload.php', 'php-dompdf/autoload.php'] as $file) {
    @include_once $file;
}
if (!class_exists('Dompdf\Dompdf')) {
    exit(77);
}
$job = json_decode(file_get_contents($argv[1]), true);
if ($job['look']['Stacked']) {
    exit(78);
}
$dir = dirname($argv[2]);
$dompdf = new Dompdf\Dompdf(['fontDir' => $dir, 'fontCache' => $dir, 'tempDir' => $dir, 'chroot' => '/', 'isFontSubsettingEnabled' => true]);
$style = "<style>@font-face{font-family:own;src:url('file://{$job['font']}') format('truetype')}body,td,p,h1{font-family:own !important;font-weight:normal !important}";
$html = preg_replace('/<style>/', $style, $job['html'], 1);
// Dompdf breaks lines at spaces and where words must be broken.
$html = str_replace('overflow-wrap:anywhere', 'overflow-wrap:anywhere;word-wrap:break-word', $html);
$dompdf->setPaper([0, 0, $job['width'], $job['height']]);
$dompdf->loadHtml($html, 'UTF-8');
$dompdf->render();
file_put_contents($argv[2], $dompdf->output());
