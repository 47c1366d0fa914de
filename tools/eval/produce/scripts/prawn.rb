# Forms as tables of Prawn.
require 'json'
begin
  require 'prawn'
  require 'prawn/table'
rescue LoadError
  exit 77
end
job = JSON.parse(File.read(ARGV[0]))
look = job['look']
exit 78 if look['Stacked'] || %w[doubled no-outer].include?(look['Borders'])
borders = case look['Borders']
          when 'none' then []
          when 'horizontal' then %i[top bottom]
          else %i[top bottom left right]
          end
# Prawn breaks lines at spaces; one of no width stands between characters.
breakable = ->(s) { s.gsub(/([^\x00-\x7f])/) { "#{$1}\u200B" } }
Prawn::Fonts::AFM.hide_m17n_warning = true
doc = Prawn::Document.new(page_size: [job['width'], job['height']], margin: 34, compress: look['Landscape'])
doc.font_families.update('own' => { normal: job['font'] })
doc.font('own', size: look['Size'])
job['covers'].each do |page|
  page.each { |s| doc.text breakable.call(s) }
  doc.start_new_page
end
job['forms'].each_with_index do |f, n|
  doc.start_new_page if n.positive?
  unless look['Alone']
    doc.text breakable.call(f['title']), size: look['Size'] * 1.6, align: :center
    [f['sub'], *f['above']].each { |s| doc.text breakable.call(s), align: :center unless s.empty? }
    doc.move_down 4
  end
  rows = Array.new(f['rows']) { [] }
  f['cells'].each do |c|
    rows[c['r']] << { content: breakable.call(c['t']), rowspan: c['rs'], colspan: c['cs'], align: look['Left'] || c['kind'] == 'text' ? :left : :center,
                      valign: look['Left'] ? :top : :center }
  end
  sum = f['widths'].sum.to_f
  room = (job['width'] - 68) * look['Width']
  cell = { padding: look['Padding'], borders: borders, border_width: job['line'] }
  cell[:border_lines] = [:dashed] * 4 if look['Borders'] == 'dashed'
  begin
    doc.table(rows, column_widths: f['widths'].map { |w| (room * w / sum).floor(2) }, header: f['head'], cell_style: cell)
  rescue Prawn::Errors::CannotFit
    exit 78
  end
  doc.move_down 4
  (f['below'] || []).each { |s| doc.text breakable.call(s) } unless look['Alone']
end
# Rows that a merged cell holds together run off the page where they do not fit.
merged = job['forms'].any? { |f| f['cells'].any? { |c| c['rs'] > 1 } }
exit 78 if merged && doc.page_count > job['forms'].size + job['covers'].size
doc.render_file ARGV[1]
