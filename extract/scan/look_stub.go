package scan

import "ziping/extract/raster"

type Options struct{}

func Look(p *raster.Picture, o Options) *Sheet { return &Sheet{} }
