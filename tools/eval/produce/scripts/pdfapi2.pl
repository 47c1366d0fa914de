# Pages drawn with PDF::API2: rulings one by one, a font of codes of its own.
use strict;
use warnings;
use JSON::PP;
BEGIN { eval { require PDF::API2; 1 } or exit 77 }
open my $in, '<', $ARGV[0] or die $!;
my $job = decode_json(do { local $/; <$in> });
my $pdf = PDF::API2->new();
my $font = $pdf->ttfont($job->{font});
for my $p (@{ $job->{pages} }) {
    my $page = $pdf->page();
    my $h = $p->{Height};
    $page->mediabox($p->{Width}, $h);
    my $gfx = $page->gfx();
    for my $b (@{ $p->{Boxes} || [] }) {
        next unless $b->{Shade};
        $gfx->fillcolor('#e4e8ee');
        $gfx->rect($b->{X0}, $h - $b->{Y1}, $b->{X1} - $b->{X0}, $b->{Y1} - $b->{Y0});
        $gfx->fill();
    }
    $gfx->linewidth($job->{line});
    $gfx->linedash(3, 2) if $job->{look}{Borders} eq 'dashed';
    for my $r (@{ $p->{Rules} || [] }) {
        $gfx->move($r->{X0}, $h - $r->{Y0});
        $gfx->line($r->{X1}, $h - $r->{Y1});
        $gfx->stroke();
    }
    my $text = $page->text();
    $text->fillcolor('black');
    for my $t (@{ $p->{Texts} || [] }) {
        $text->font($font, $t->{Size});
        $text->translate($t->{X}, $h - $t->{Y});
        $text->text($t->{Text});
    }
}
$pdf->saveas($ARGV[1]);
