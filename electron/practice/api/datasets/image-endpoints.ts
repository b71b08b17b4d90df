import type { CozeValue } from '../../coze-json.ts';
import { world } from '../../world.ts';
import type { ApiCall, ApiEndpoint } from '../api-endpoint.ts';
import { refuseUnknown } from '../call-checks.ts';
import { textOf } from '../members-of.ts';
import { pageOf } from '../pages.ts';
import { play } from '../play.ts';
import { secondsOf } from '../seconds.ts';
import { isProcessed, type KnowledgeDocument } from './dataset.ts';
import { documentsOf, requireDataset } from './dataset-endpoints.ts';

const checks = ['resource-known', 'workspace-allowed'] as const;

function imagesOf(call: ApiCall): readonly KnowledgeDocument[] {
  const { id } = requireDataset(call, call.param('dataset_id'));
  return documentsOf(call, id).filter(({ form }) => form === 2);
}

/** 查看知识库图片列表. */
const listImages = play('get_images', {
  checks: [...checks, 'page'],
  answer: (call) => {
    const [keyword, captioned] = [call.query('keyword') ?? '', call.query('has_caption')];
    const found = imagesOf(call)
      .filter(({ caption }) => caption.includes(keyword))
      .filter(
        ({ caption }) => captioned === null || (captioned.toLowerCase() === 'true') === (caption !== ''),
      );
    const items = pageOf(call, found).items.map((image) => imageData(call, image));
    return { data: { photo_infos: items, total_count: found.length } };
  },
});

/** 更新知识库图片描述. */
const updateCaption = play('update_image_caption', {
  checks,
  answer: (call) => {
    const id = call.param('document_id');
    const found = imagesOf(call).find((each) => each.id === id);
    const image = call.sheet.pass('resource-known', found ?? refuseUnknown('document_id', id));
    const caption = textOf(call.body, 'caption');
    call.state.holdings.documents.put({ ...image, caption, updatedAt: secondsOf(call) });
    return {};
  },
});

function imageData(call: ApiCall, image: KnowledgeDocument): CozeValue {
  return {
    document_id: BigInt(image.id),
    name: image.name,
    caption: image.caption,
    type: image.type,
    size: image.sizeBytes,
    source_type: image.sourceType,
    status: isProcessed(image, secondsOf(call)) ? 1 : 0,
    url: '',
    creator_id: BigInt(world.userId),
    create_time: image.createdAt,
    update_time: image.updatedAt,
  };
}

export const imageEndpoints: readonly ApiEndpoint[] = [listImages, updateCaption];
