<?php
// A web page printed by TCPDF, with a font named and not embedded or a subset.
@include_once 'tcpdf/tcpdf.php';
@include_once 'tcpdf.php';
if (!class_exists('TCPDF')) {
    exit(77);
}
$job = json_decode(file_get_contents($argv[1]), true);
$look = $job['look'];
if (!in_array($look['Borders'], ['full', 'hairline', 'thick', 'none']) || $look['Stacked'] || $look['Overflow']) {
    exit(78);
}
$pdf = new TCPDF($job['width'] > $job['height'] ? 'L' : 'P', 'pt', [$job['width'], $job['height']]);
$pdf->setPrintHeader(false);
$pdf->setPrintFooter(false);
$pdf->SetMargins(34, 34, 34);
$pdf->SetAutoPageBreak(true, 34);
$pdf->setCellPadding(0);
$font = 'stsongstdlight';
if ($look['Font'] === 'zenhei' || $look['Font'] === 'kai') {
    $font = TCPDF_FONTS::addTTFfont($job['font'], 'TrueTypeUnicode', '', 32, dirname($argv[2]) . '/');
    $pdf->AddFont($font, '', dirname($argv[2]) . '/' . $font . '.php');
}
$pdf->SetFont($font, '', $look['Size']);
$pdf->AddPage();
foreach ($job['covers'] as $page) {
    foreach ($page as $s) {
        $pdf->MultiCell(0, 0, $s, 0, 'L');
    }
    $pdf->AddPage();
}
foreach ($job['forms'] as $n => $f) {
    if ($n > 0) {
        $pdf->AddPage();
    }
    if (!$look['Alone']) {
        $pdf->SetFont($font, '', $look['Size'] * 1.6);
        $pdf->MultiCell(0, 0, $f['title'], 0, 'C');
        $pdf->SetFont($font, '', $look['Size']);
        foreach (array_merge([$f['sub']], $f['above'] ?? []) as $s) {
            if ($s !== '') {
                $pdf->MultiCell(0, 0, $s, 0, 'C');
            }
        }
    }
    $room = ($job['width'] - 68) * $look['Width'];
    $sum = array_sum($f['widths']);
    $border = $look['Borders'] === 'none' ? '' : sprintf('border:%spt solid black;', $job['line']);
    $html = sprintf('<table cellpadding="%s" cellspacing="0">', $look['Padding']);
    $open = false;
    for ($r = 0; $r < $f['rows']; $r++) {
        if ($r === 0 && $f['head'] > 0) {
            $html .= '<thead>';
        }
        $html .= '<tr nobr="' . ($look['CutRows'] ? 'false' : 'true') . '">';
        foreach ($f['cells'] as $c) {
            if ($c['r'] === $r) {
                $w = array_sum(array_slice($f['widths'], $c['c'], $c['cs'])) * $room / $sum;
                $html .= sprintf('<td width="%.2f" rowspan="%d" colspan="%d" align="%s" style="%s">%s</td>', $w, $c['rs'], $c['cs'],
                    $look['Left'] || $c['kind'] === 'text' ? 'left' : 'center', $border, nl2br(htmlspecialchars($c['t'])));
            }
        }
        $html .= '</tr>';
        if ($r === $f['head'] - 1) {
            $html .= '</thead>';
        }
    }
    $pdf->writeHTML($html . '</table>');
    foreach ($look['Alone'] ? [] : $f['below'] ?? [] as $s) {
        $pdf->MultiCell(0, 0, $s, 0, 'L');
    }
}
$pdf->Output($argv[2], 'F');
