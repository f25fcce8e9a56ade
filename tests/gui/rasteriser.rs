//! Draws the window without a graphics card, the same pixels on every machine: for pictures.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::epaint::{ImageDelta, Mesh, Primitive, Vertex};
use eframe::egui::{
    self, Color32, ColorImage, Context, FullOutput, Pos2, Rect, TextureId, TexturesDelta,
};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// Paints triangles into memory, as egui's own painters do on a card.
#[derive(Default)]
pub(crate) struct Rasteriser {
    textures: HashMap<TextureId, ColorImage>,
}

impl TestRenderer for Rasteriser {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        // The order does not matter: each texture has its own changes.
        delta.set.drain().for_each(|(id, changes)| {
            changes.iter().for_each(|change| self.update(id, change));
        });
        delta.free.drain().for_each(|id| {
            self.textures.remove(&id);
        });
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut canvas = Canvas::new(size.x.round() as usize, size.y.round() as usize);
        for primitive in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = &primitive.primitive else {
                continue;
            };
            let texture = self.textures.get(&mesh.texture_id);
            let texture = texture.ok_or_else(|| format!("no texture {:?}", mesh.texture_id))?;
            canvas.mesh(mesh, texture, primitive.clip_rect, scale);
        }
        Ok(canvas.into_image())
    }
}

impl Rasteriser {
    fn update(&mut self, id: TextureId, change: &ImageDelta) {
        let egui::ImageData::Color(new) = &change.image;
        let Some([left, top]) = change.pos else {
            self.textures.insert(id, ColorImage::clone(new));
            return;
        };
        let Some(texture) = self.textures.get_mut(&id) else {
            return;
        };
        let width = texture.size[0];
        for (y, row) in new.pixels.chunks(new.size[0]).enumerate() {
            let start = (top + y) * width + left;
            texture.pixels[start..start + row.len()].copy_from_slice(row);
        }
    }
}

/// Premultiplied colours in gamma space, 0 to 255.
type Pixel = [f32; 4];

struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<Pixel>,
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            pixels: vec![[0.0; 4]; width * height],
        }
    }

    fn mesh(&mut self, mesh: &Mesh, texture: &ColorImage, clip: Rect, scale: f32) {
        let corner =
            |value: f32, most: usize| ((value * scale).round().max(0.0) as usize).min(most);
        let clip = [
            corner(clip.left(), self.width),
            corner(clip.top(), self.height),
            corner(clip.right(), self.width),
            corner(clip.bottom(), self.height),
        ];
        for corners in mesh.indices.chunks_exact(3) {
            let mut triangle = [0, 1, 2].map(|index| mesh.vertices[corners[index] as usize]);
            for vertex in &mut triangle {
                vertex.pos = (vertex.pos.to_vec2() * scale).to_pos2();
            }
            self.triangle(triangle, texture, clip);
        }
    }

    /// Fills the pixels whose middle lies inside; on an edge, those left of it or above it.
    fn triangle(&mut self, mut corners: [Vertex; 3], texture: &ColorImage, clip: [usize; 4]) {
        let area = cross(corners[0].pos, corners[1].pos, corners[2].pos);
        if area == 0.0 || !area.is_finite() {
            return;
        }
        if area < 0.0 {
            corners.swap(1, 2);
        }
        let area = area.abs();
        let [a, b, c] = corners;
        let least = |of: fn(Pos2) -> f32| of(a.pos).min(of(b.pos)).min(of(c.pos));
        let most = |of: fn(Pos2) -> f32| of(a.pos).max(of(b.pos)).max(of(c.pos));
        let first = |value: f32, low: usize| ((value - 0.5).ceil().max(0.0) as usize).max(low);
        let end = |value: f32, high: usize| ((value + 0.5).ceil().max(0.0) as usize).min(high);
        let columns = first(least(|p| p.x), clip[0])..end(most(|p| p.x), clip[2]);
        let rows = first(least(|p| p.y), clip[1])..end(most(|p| p.y), clip[3]);
        let is_plain = a.uv == b.uv && b.uv == c.uv;
        let plain = sample(texture, a.uv);
        for y in rows {
            for x in columns.clone() {
                let at = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
                let edges = [(b.pos, c.pos), (c.pos, a.pos), (a.pos, b.pos)];
                let weights = edges.map(|(from, to)| cross(from, to, at));
                let inside = edges
                    .iter()
                    .zip(weights)
                    .all(|(edge, w)| w > 0.0 || (w == 0.0 && is_top_or_left(edge.0, edge.1)));
                if !inside {
                    continue;
                }
                let shares = weights.map(|weight| weight / area);
                let texel = if is_plain {
                    plain
                } else {
                    sample(texture, mixed_uv(&corners, shares))
                };
                let color: Pixel = std::array::from_fn(|channel| {
                    mixed(&corners, shares, |v| f32::from(v.color[channel])) * texel[channel]
                        / 255.0
                });
                self.blend(x, y, color);
            }
        }
    }

    fn blend(&mut self, x: usize, y: usize, color: Pixel) {
        let under = &mut self.pixels[y * self.width + x];
        let rest = 1.0 - color[3] / 255.0;
        for (under, over) in under.iter_mut().zip(color) {
            *under = over + *under * rest;
        }
    }

    fn into_image(self) -> RgbaImage {
        RgbaImage::from_fn(self.width as u32, self.height as u32, |x, y| {
            let pixel = self.pixels[y as usize * self.width + x as usize];
            let [red, green, blue, _] =
                pixel.map(|channel| channel.round().clamp(0.0, 255.0) as u8);
            image::Rgba([red, green, blue, 255])
        })
    }
}

/// A quantity between three corners.
fn mixed(corners: &[Vertex; 3], shares: [f32; 3], of: impl Fn(&Vertex) -> f32) -> f32 {
    corners
        .iter()
        .zip(shares)
        .map(|(corner, share)| of(corner) * share)
        .sum()
}

fn mixed_uv(corners: &[Vertex; 3], shares: [f32; 3]) -> Pos2 {
    Pos2::new(
        mixed(corners, shares, |vertex| vertex.uv.x),
        mixed(corners, shares, |vertex| vertex.uv.y),
    )
}

/// Twice the area to the right of the way from `a` over `b` to `c`, with y downwards.
fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

fn is_top_or_left(from: Pos2, to: Pos2) -> bool {
    (from.y == to.y && to.x > from.x) || to.y < from.y
}

/// The texture at a place, between its four nearest texels.
fn sample(texture: &ColorImage, uv: Pos2) -> Pixel {
    let [width, height] = texture.size;
    let (x, y) = (uv.x * width as f32 - 0.5, uv.y * height as f32 - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let (right_share, lower_share) = (x - left, y - top);
    let texel = |x: f32, y: f32| -> Pixel {
        let x = (x.max(0.0) as usize).min(width - 1);
        let y = (y.max(0.0) as usize).min(height - 1);
        let color: Color32 = texture.pixels[y * width + x];
        color.to_array().map(f32::from)
    };
    if right_share == 0.0 && lower_share == 0.0 {
        return texel(left, top);
    }
    let [nw, ne] = [texel(left, top), texel(left + 1.0, top)];
    let [sw, se] = [texel(left, top + 1.0), texel(left + 1.0, top + 1.0)];
    std::array::from_fn(|channel| {
        let upper = nw[channel] + (ne[channel] - nw[channel]) * right_share;
        let lower = sw[channel] + (se[channel] - sw[channel]) * right_share;
        upper + (lower - upper) * lower_share
    })
}

#[test]
fn triangles_that_share_an_edge_neither_overlap_nor_leave_a_gap() {
    let white = ColorImage::filled([1, 1], Color32::WHITE);
    let mut mesh = Mesh::default();
    let half = Color32::from_rgba_premultiplied(64, 64, 64, 128);
    mesh.add_colored_rect(Rect::from_min_max(Pos2::ZERO, Pos2::new(8.0, 8.0)), half);
    let mut canvas = Canvas::new(8, 8);
    let clip = Rect::from_min_max(Pos2::ZERO, Pos2::new(8.0, 8.0));
    canvas.mesh(&mesh, &Arc::new(white), clip, 1.0);
    assert!(canvas.pixels.iter().all(|pixel| pixel[3] == 128.0));
}
