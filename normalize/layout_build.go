package normalize

import "ziping/extract"

func (p *placer) layout(doc *extract.Document) Layout { return Layout{} }
