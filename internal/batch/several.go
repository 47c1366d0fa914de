package batch

// Several reports that a plan may have more inputs than one: a folder, an archive, or
// several files.
func (p *Plan) Several() bool { return len(p.folders) > 0 || len(p.files) > 1 }
